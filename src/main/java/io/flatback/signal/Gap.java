package io.flatback.signal;

/**
 * A stretch {@code [timeNanos, endNanos)} in which nothing was seen. Arrives just before the sample that
 * ends it. Nobody integrates over it.
 *
 * @param missingSamples how many readings are missing as far as is known; 0 where a reading was refused
 *     but none is missing (a repeated time)
 */
public record Gap(long timeNanos, long endNanos, Reason reason, int missingSamples) implements SignalEvent {

  /** Why nothing was seen. */
  public enum Reason {
    /** Longer than three sample periods between readings. */
    HOLE,
    /** An empty cell, NaN or infinity. */
    NOT_A_NUMBER,
    /** Time stood still or went back; the reading was refused. */
    TIME_NOT_RISING,
    /** The device's sample index says that readings were lost on the way. */
    LOST,
    /** Readings came later than can be, and none made up for it: some may be lost, which nothing can prove. */
    SUSPECTED,
    /** The link to the device was down. */
    LINK_DOWN,
    /** The device started anew. */
    RESET
  }

  public Gap {
    if (endNanos < timeNanos) {
      throw new IllegalArgumentException("gap ends at " + endNanos + " ns before it begins at " + timeNanos + " ns");
    }
  }

  public double durationSeconds() {
    return (endNanos - timeNanos) * 1e-9;
  }
}
