package io.flatback.sim;

import io.flatback.signal.Placement;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The sensors that are worn and how their readings reach the record.
 *
 * @param worn one, or lumbar and sacrum
 * @param clockPpm by how much the device's clock runs fast
 */
public record SensorSetup(double rateHz, List<Worn> worn, Dropouts dropouts, double clockPpm) {

  /** One sensor on the body. */
  public record Worn(Placement placement, Mounting mounting, Chip chip, Attachment attachment) {}

  /** Stretches without any reading, of all sensors at once, exponentially distributed. */
  public record Dropouts(double perMinute, double meanSeconds) {
    public static final Dropouts NONE = new Dropouts(0, 0);
  }

  public SensorSetup {
    worn = List.copyOf(worn);
    if (!(rateHz >= 5 && rateHz <= 1000) || worn.isEmpty() || worn.size() > 2) {
      throw new IllegalArgumentException(
          worn.size() + " sensors at " + rateHz + " Hz, expected one or two at 5 to 1000 Hz");
    }
    List<Placement> placements = worn.stream().map(Worn::placement).toList();
    if (worn.size() == 2 && !placements.equals(List.of(Placement.LUMBAR, Placement.SACRUM))) {
      throw new IllegalArgumentException("two sensors must be lumbar and sacrum, in this order");
    }
  }

  /** One lumbar reference sensor at 100 Hz, worn as people wear it. */
  public static final SensorSetup ONE = one(Placement.LUMBAR);

  public static final SensorSetup TWO =
      new SensorSetup(100, List.of(usual(Placement.LUMBAR), usual(Placement.SACRUM)), Dropouts.NONE, 12);

  /** A single reference sensor at 100 Hz. */
  public static SensorSetup one(Placement placement) {
    return new SensorSetup(100, List.of(usual(placement)), Dropouts.NONE, 12);
  }

  private static Worn usual(Placement placement) {
    return new Worn(placement, Mounting.USUAL, Chip.LSM6DS3TR_C, Attachment.FIRM);
  }

  public SensorSetup withRateHz(double other) {
    return new SensorSetup(other, worn, dropouts, clockPpm);
  }

  public SensorSetup withDropouts(Dropouts other) {
    return new SensorSetup(rateHz, worn, other, clockPpm);
  }

  public SensorSetup withClockPpm(double other) {
    return new SensorSetup(rateHz, worn, dropouts, other);
  }

  public SensorSetup withMounting(Mounting other) {
    return withWorn(w -> new Worn(w.placement(), other, w.chip(), w.attachment()));
  }

  public SensorSetup withChip(Chip other) {
    return withWorn(w -> new Worn(w.placement(), w.mounting(), other, w.attachment()));
  }

  public SensorSetup withAttachment(Attachment other) {
    return withWorn(w -> new Worn(w.placement(), w.mounting(), w.chip(), other));
  }

  private SensorSetup withWorn(UnaryOperator<Worn> change) {
    return new SensorSetup(rateHz, worn.stream().map(change).toList(), dropouts, clockPpm);
  }
}
