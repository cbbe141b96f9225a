package io.flatback.signal;

/**
 * Where a stream's own time lies on the host's clock: offset and slope. A reading may arrive late and never early,
 * so the truth lies along the lower edge of arrival less own time; of all lines below every arrival of the last
 * {@value #WINDOW_SECONDS} s the one nearest to them is taken, after the earliest of every {@value #BUCKET_SECONDS}
 * s. Before {@value #SLOPE_SECONDS} s the slope is taken to be none, and the line goes through the earliest of the last
 * {@value #LEVEL_SECONDS} s.
 *
 * <p>In: nanoseconds, stream time rising. Deterministic, no clock of its own; memory does not grow. What can't be a
 * clock, as a file that is played faster than it was recorded, is not {@link #isSteady}.
 *
 * <p>Source: the convex hull of one-way delays, Moon, Skelly, Towsley 1999. Deviation: a window of bucket minima.
 */
public final class ArrivalEnvelope {
  static final int BUCKET_SECONDS = 2;
  static final int WINDOW_SECONDS = 300;
  static final int SLOPE_SECONDS = 60;

  /** own: a clock 200 millionths slow is 4 ms behind by then, and a hundred batches have come. */
  private static final int LEVEL_SECONDS = 20;

  /** Ceramic resonators are within 0.5 %; twice that. */
  private static final double MOST_DRIFT = 0.01;

  private static final int CAPACITY = WINDOW_SECONDS / BUCKET_SECONDS;
  private static final double NANOS = 1e-9;

  private final double[] seconds = new double[CAPACITY];
  private final double[] offsetSeconds = new double[CAPACITY];
  private final int[] hull = new int[CAPACITY];
  private int buckets;
  private int oldest;
  private long bucketEndNanos;

  private long startNanos;
  private long startOffsetNanos;
  private boolean started;
  private double slope;
  private double atSeconds;
  private double atOffsetSeconds;

  /** A reading and when it arrived. */
  public void add(long streamNanos, long arrivalNanos) {
    if (!started) {
      started = true;
      startNanos = streamNanos;
      startOffsetNanos = arrivalNanos - streamNanos;
      bucketEndNanos = Long.MIN_VALUE;
    }
    double x = (streamNanos - startNanos) * NANOS;
    double y = (arrivalNanos - streamNanos - startOffsetNanos) * NANOS;
    if (streamNanos >= bucketEndNanos) {
      bucketEndNanos = streamNanos + BUCKET_SECONDS * 1_000_000_000L;
      open(x, y);
    } else if (y < offsetSeconds[newest()]) {
      put(newest(), x, y);
    } else {
      return;
    }
    fit();
  }

  /** The stream's own time begins anew: what was seen before says nothing of what comes. */
  public void restart() {
    started = false;
    buckets = 0;
    oldest = 0;
    slope = 0.0;
  }

  private void open(double x, double y) {
    if (buckets == CAPACITY) {
      oldest = (oldest + 1) % CAPACITY;
      buckets--;
    }
    buckets++;
    put(newest(), x, y);
  }

  private void put(int slot, double x, double y) {
    seconds[slot] = x;
    offsetSeconds[slot] = y;
  }

  private int newest() {
    return slot(buckets - 1);
  }

  private int slot(int bucket) {
    return (oldest + bucket) % CAPACITY;
  }

  /** The edge of the lower hull below the middle of all points: no other line below them lies nearer to them. */
  private void fit() {
    double meanSeconds = 0.0;
    int size = 0;
    for (int b = 0; b < buckets; b++) {
      int p = slot(b);
      meanSeconds += seconds[p] / buckets;
      while (size >= 2 && !isLeftTurn(hull[size - 2], hull[size - 1], p)) {
        size--;
      }
      hull[size++] = p;
    }
    int edge = 0;
    while (edge < size - 2 && seconds[hull[edge + 1]] < meanSeconds) {
      edge++;
    }
    boolean isLong = seconds[newest()] - seconds[oldest] >= SLOPE_SECONDS;
    if (isLong && size >= 2) {
      lay(hull[edge], (offsetSeconds[hull[edge + 1]] - offsetSeconds[hull[edge]])
          / (seconds[hull[edge + 1]] - seconds[hull[edge]]));
    } else {
      lay(lowestOfLate(), 0.0);
    }
  }

  private boolean isLeftTurn(int a, int b, int c) {
    return (seconds[b] - seconds[a]) * (offsetSeconds[c] - offsetSeconds[a])
        > (offsetSeconds[b] - offsetSeconds[a]) * (seconds[c] - seconds[a]);
  }

  private int lowestOfLate() {
    int first = Math.max(0, buckets - LEVEL_SECONDS / BUCKET_SECONDS);
    int lowest = slot(first);
    for (int b = first + 1; b < buckets; b++) {
      lowest = offsetSeconds[slot(b)] < offsetSeconds[lowest] ? slot(b) : lowest;
    }
    return lowest;
  }

  private void lay(int through, double newSlope) {
    slope = newSlope;
    atSeconds = seconds[through];
    atOffsetSeconds = offsetSeconds[through];
  }

  public boolean isStarted() {
    return started;
  }

  /** Whether this can be a clock. */
  public boolean isSteady() {
    return Math.abs(slope) <= MOST_DRIFT;
  }

  /** Host seconds per second of the stream; 1 until {@value #SLOPE_SECONDS} s were seen. */
  public double hostSecondsPerStreamSecond() {
    return 1.0 + slope;
  }

  /** On the host's clock, by all that was seen so far, of a reading that takes no time to arrive. */
  public long hostNanos(long streamNanos) {
    double x = (streamNanos - startNanos) * NANOS;
    return streamNanos + startOffsetNanos + Math.round((atOffsetSeconds + slope * (x - atSeconds)) * 1e9);
  }

  /** The other way round: the stream's own time at a moment of the host's. */
  public long streamNanos(long hostNanos) {
    double hostSeconds = (hostNanos - startNanos - startOffsetNanos) * NANOS - atSeconds - atOffsetSeconds;
    return startNanos + Math.round((atSeconds + hostSeconds / (1.0 + slope)) * 1e9);
  }
}
