package io.flatback.recording;

import io.flatback.signal.Placement;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What stands at the head of a raw log.
 *
 * @param driver name of the decoder that understands the bytes
 * @param address where they came from, e.g. {@code serial:/dev/ttyUSB0}
 * @param placement of the sensor, where the bytes do not say
 * @param notes whatever else is known, as in a recording CSV
 */
public record RawLogHeader(String driver, String address, Placement placement, RecordingNotes notes) {
  private static final String DRIVER = "driver";
  private static final String ADDRESS = "address";
  private static final String PLACEMENT = "placement";

  /** All of it as notes. */
  RecordingNotes asNotes() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put(DRIVER, driver);
    all.put(ADDRESS, address);
    all.put(PLACEMENT, placement.key());
    notes.values().forEach(all::putIfAbsent);
    return new RecordingNotes(all);
  }

  /** @throws IllegalArgumentException when the driver or the placement can't be told */
  static RawLogHeader ofNotes(RecordingNotes all) {
    Map<String, String> rest = new LinkedHashMap<>(all.values());
    String driver = rest.remove(DRIVER);
    String address = rest.remove(ADDRESS);
    String placement = rest.remove(PLACEMENT);
    if (driver == null || placement == null) {
      throw new IllegalArgumentException("a head without driver or placement");
    }
    return new RawLogHeader(
        driver, address == null ? "" : address, Placement.ofKey(placement), new RecordingNotes(rest));
  }
}
