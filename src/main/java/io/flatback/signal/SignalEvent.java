package io.flatback.signal;

/** What a sensor's time line is made of: readings, and stretches in which nothing was seen. */
public sealed interface SignalEvent permits Sample, Gap {
  /** Nanoseconds on the recording's own time line; never decreasing. */
  long timeNanos();
}
