package io.flatback.recording;

import io.flatback.signal.Placement;
import io.flatback.signal.Sample;
import io.flatback.signal.SignalDecoder;
import io.flatback.signal.StreamFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A file that a device wrote itself: the bytes it would have sent, without times of arrival. Read in one pass with
 * little memory, as often as wanted.
 */
public final class DeviceFileRecording implements Recording {
  /** Of a logging x-IMU3. */
  public static final String XIMU3_ENDING = ".ximu3";

  private static final String XIMU3_DRIVER = "ximu3";

  private final Path path;
  private final Placement placement;
  private final DecoderFactory decoders;
  private final RecordingNotes notes;

  private DeviceFileRecording(Path path, Placement placement, DecoderFactory decoders, RecordingNotes notes) {
    this.path = path;
    this.placement = placement;
    this.decoders = decoders;
    this.notes = notes;
  }

  static boolean isOne(Path path) {
    return String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT).endsWith(XIMU3_ENDING);
  }

  /**
   * Reads the file once, to learn whether there is anything in it.
   *
   * @throws RecordingFormatException when no reading can be decoded from it
   */
  static DeviceFileRecording of(Path path, Placement placement, DecoderFactory decoders) throws IOException {
    try (DecodedFile<SignalDecoder> file = new DecodedFile<>(path, decoders.create(XIMU3_DRIVER, placement))) {
      boolean any = false;
      while (file.next()) {
        any |= file.event() instanceof Sample;
      }
      StreamFacts facts = file.decoder().facts();
      if (!any) {
        throw RecordingFormatException.of(
            path.toString(),
            facts.lastFault().isEmpty() ? "no inertial message" : facts.lastFault(),
            "an x-IMU3 file with inertial messages",
            "switch them on in the sensor's settings, or choose another file");
      }
      Map<String, String> notes = facts.device().isEmpty() ? Map.of() : Map.of("device", facts.device());
      return new DeviceFileRecording(path, placement, decoders, new RecordingNotes(notes));
    }
  }

  @Override
  public RecordingNotes notes() {
    return notes;
  }

  @Override
  public List<Placement> placements() {
    return List.of(placement);
  }

  @Override
  public RecordingReader open() throws IOException {
    return new DecodedFile<>(path, decoders.create(XIMU3_DRIVER, placement));
  }
}
