package io.flatback.cli.live;

import io.flatback.link.LinkOpener;
import io.flatback.recording.RecordingNotes;
import io.flatback.session.SensorDriver;
import io.flatback.signal.Placement;
import java.util.function.Supplier;

/**
 * A sensor that is to be listened to.
 *
 * @param uri as the user writes it
 * @param driver name under which its bytes can be read again
 * @param makesDriver called once, when listening begins
 * @param notes what is known beforehand of what will be lifted: those of a recording that is played
 */
public record LiveSensor(
    String uri,
    Placement placement,
    String driver,
    LinkOpener opener,
    Supplier<SensorDriver> makesDriver,
    RecordingNotes notes) {

  /** A sensor of which nothing is known beforehand. */
  public LiveSensor(
      String uri, Placement placement, String driver, LinkOpener opener, Supplier<SensorDriver> makesDriver) {
    this(uri, placement, driver, opener, makesDriver, RecordingNotes.NONE);
  }
}
