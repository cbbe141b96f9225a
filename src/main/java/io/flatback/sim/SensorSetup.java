package io.flatback.sim;

import io.flatback.signal.Placement;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The sensors that are worn and how their readings reach the record.
 *
 * @param worn one, or lumbar and sacrum
 * @param clockPpm by how much the device's clock runs fast
 * @param loss a stretch in which one of them is silent
 * @param swapped the two were put on in each other's place, and report under each other's name
 */
public record SensorSetup(
    double rateHz, List<Worn> worn, Dropouts dropouts, double clockPpm, Loss loss, boolean swapped) {

  /** One sensor on the body. */
  public record Worn(Placement placement, Mounting mounting, Chip chip, Attachment attachment) {}

  /** Stretches without any reading, of all sensors at once, exponentially distributed. */
  public record Dropouts(double perMinute, double meanSeconds) {
    public static final Dropouts NONE = new Dropouts(0, 0);
  }

  /** One sensor is silent for a while, the other is not. Half-open, in seconds of true time. */
  public record Loss(Placement placement, double fromSeconds, double toSeconds) {
    public static final Loss NONE = new Loss(Placement.LUMBAR, 0, 0);

    boolean holds(Placement asked, double seconds) {
      return asked == placement && seconds >= fromSeconds && seconds < toSeconds;
    }
  }

  public SensorSetup {
    worn = List.copyOf(worn);
    if (!(rateHz >= 5 && rateHz <= 1000) || worn.isEmpty() || worn.size() > 2) {
      throw new IllegalArgumentException(
          worn.size() + " sensors at " + rateHz + " Hz, expected one or two at 5 to 1000 Hz");
    }
    List<Placement> placements = worn.stream().map(Worn::placement).toList();
    if (worn.size() == 1 && (swapped || loss.toSeconds() > loss.fromSeconds())) {
      throw new IllegalArgumentException("a single sensor can't be swapped, nor lost while another is there");
    }
    if (worn.size() == 2 && !placements.equals(List.of(Placement.LUMBAR, Placement.SACRUM))) {
      throw new IllegalArgumentException("two sensors must be lumbar and sacrum, in this order");
    }
  }

  /** One lumbar reference sensor at 100 Hz, worn as people wear it. */
  public static final SensorSetup ONE = one(Placement.LUMBAR);

  public static final SensorSetup TWO =
      new SensorSetup(100, List.of(usual(Placement.LUMBAR), usual(Placement.SACRUM)), Dropouts.NONE, 12, Loss.NONE, false);

  /** A single reference sensor at 100 Hz. */
  public static SensorSetup one(Placement placement) {
    return new SensorSetup(100, List.of(usual(placement)), Dropouts.NONE, 12, Loss.NONE, false);
  }

  private static Worn usual(Placement placement) {
    return new Worn(placement, Mounting.USUAL, Chip.LSM6DS3TR_C, Attachment.FIRM);
  }

  public SensorSetup withRateHz(double other) {
    return new SensorSetup(other, worn, dropouts, clockPpm, loss, swapped);
  }

  public SensorSetup withDropouts(Dropouts other) {
    return new SensorSetup(rateHz, worn, other, clockPpm, loss, swapped);
  }

  public SensorSetup withClockPpm(double other) {
    return new SensorSetup(rateHz, worn, dropouts, other, loss, swapped);
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

  public SensorSetup withLoss(Loss other) {
    return new SensorSetup(rateHz, worn, dropouts, clockPpm, other, swapped);
  }

  public SensorSetup withSwapped(boolean other) {
    return new SensorSetup(rateHz, worn, dropouts, clockPpm, loss, other);
  }

  SensorSetup withWorn(UnaryOperator<Worn> change) {
    return new SensorSetup(rateHz, worn.stream().map(change).toList(), dropouts, clockPpm, loss, swapped);
  }
}
