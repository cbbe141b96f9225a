package io.flatback.signal;

/**
 * When the readings of one stream were taken, on the host's monotonic clock: the lower envelope of their arrivals,
 * less half the quickest way there and back. Follows what {@link ArrivalEnvelope} learns little by little, so that
 * time never goes back. The stream's own time stays the truth for one sensor alone; this serves two sensors, the
 * drift of a device's clock, and how late readings come.
 *
 * <p>In: nanoseconds, stream time rising. Deterministic, memory does not grow. One thread.
 */
public final class HostTimeline {
  /** own: 100 ms are made up for in 50 s, and an angle is wrong by a tenth of a degree meanwhile. */
  private static final double MOST_SLEW = 0.002;

  /** own: the first arrivals may be a third of a second late, and nobody lifts yet. */
  private static final double MOST_SLEW_AT_FIRST = 0.05;

  private static final long AT_FIRST_NANOS = 30_000_000_000L;

  private final ArrivalEnvelope envelope = new ArrivalEnvelope();
  private long halfRoundTripNanos;
  private long startStreamNanos;
  private long startHostNanos;
  private long lastStreamNanos;
  /** Along the envelope. */
  private long followedNanos;
  private long lastHostNanos = Long.MIN_VALUE;

  /** @param millis there and back, the quickest so far; NaN where it is not measured */
  public void quickestRoundTrip(double millis) {
    halfRoundTripNanos = millis > 0 ? Math.round(millis * 0.5e6) : 0;
  }

  public void add(long streamNanos, long arrivalNanos) {
    boolean anew = !envelope.isStarted();
    envelope.add(streamNanos, arrivalNanos);
    long wantedNanos = envelope.hostNanos(streamNanos);
    if (anew) {
      startStreamNanos = streamNanos;
      startHostNanos = wantedNanos;
      followedNanos = wantedNanos;
    } else {
      long stepNanos = Math.max(0, streamNanos - lastStreamNanos);
      boolean atFirst = streamNanos - startStreamNanos < AT_FIRST_NANOS;
      long mostNanos = (long) ((atFirst ? MOST_SLEW_AT_FIRST : MOST_SLEW) * stepNanos);
      long straightNanos = followedNanos + stepNanos;
      followedNanos = straightNanos + Math.clamp(wantedNanos - straightNanos, -mostNanos, mostNanos);
    }
    lastStreamNanos = streamNanos;
    lastHostNanos = Math.max(lastHostNanos, followedNanos - halfRoundTripNanos);
  }

  /** The device's clock does not go on from where it was. */
  public void restart() {
    envelope.restart();
  }

  /** Of the reading that was added last; never less than before. */
  public long hostNanos() {
    return lastHostNanos;
  }

  /** How fast the device's clock is, in millionths; NaN until a minute was seen, and for a file played faster. */
  public double driftPpm() {
    boolean known = envelope.isStarted() && envelope.isSteady() && knowsSlope();
    return known ? (1.0 / envelope.hostSecondsPerStreamSecond() - 1.0) * 1e6 : Double.NaN;
  }

  private boolean knowsSlope() {
    return lastStreamNanos - startStreamNanos >= ArrivalEnvelope.SLOPE_SECONDS * 1_000_000_000L;
  }

  /** How far the device's clock has run ahead of the host's since the stream began; NaN as for the drift. */
  public double aheadMs() {
    double drift = driftPpm();
    return Double.isNaN(drift) ? drift : drift * 1e-6 * (followedNanos - startHostNanos) * 1e-6;
  }
}
