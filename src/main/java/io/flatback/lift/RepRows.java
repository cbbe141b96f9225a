package io.flatback.lift;

/**
 * The rows of one rep, and the holes between them. Angles between two rows are on the straight line; across a hole
 * there is none.
 */
final class RepRows {
  /** As in the contracts: a longer step is a gap. */
  private static final double GAP_PERIODS = 3.0;

  /** own: a shorter hole hides no extreme and no turn, 2° at the rates of a lift; replaced by the error of a fit. */
  private static final long BLIND_NANOS = 150_000_000L;

  private final LiftFrames frames;
  private final long from;
  private final long to;

  /** @param to the last row, included */
  RepRows(LiftFrames frames, long from, long to) {
    this.frames = frames;
    this.from = from;
    this.to = to;
  }

  LiftFrames frames() {
    return frames;
  }

  /** Samples per second where nothing is missing; 0 for a single row. */
  double rateHz() {
    double mean = meanStepNanos(Double.POSITIVE_INFINITY);
    double regular = meanStepNanos(GAP_PERIODS * mean);
    return regular > 0 ? 1e9 / regular : 0.0;
  }

  private double meanStepNanos(double longestNanos) {
    double sum = 0.0;
    int steps = 0;
    for (long i = from + 1; i <= to; i++) {
      long step = frames.timeNanos(i) - frames.timeNanos(i - 1);
      if (step <= longestNanos) {
        sum += step;
        steps++;
      }
    }
    return steps == 0 ? 0.0 : sum / steps;
  }

  /** Evenly sampled from row to row: what a spectrum or a derivative is taken of. */
  boolean isEven(long first, long last) {
    return longestStepNanos(first, last) <= GAP_PERIODS * 1e9 / rateHz();
  }

  /** Nothing that matters to an angle can have happened unseen from the one row to the other, nor right before it. */
  boolean isSeen(long first, long last) {
    return longestStepNanos(Math.max(from, first - 1), Math.min(to, last + 1)) <= BLIND_NANOS;
  }

  private long longestStepNanos(long first, long last) {
    long longest = 0;
    for (long i = first + 1; i <= last; i++) {
      longest = Math.max(longest, frames.timeNanos(i) - frames.timeNanos(i - 1));
    }
    return longest;
  }

  /** The last row that is not after {@code nanos}. */
  long rowAt(long nanos) {
    long row = to;
    while (row > from && frames.timeNanos(row) > nanos) {
      row--;
    }
    return row;
  }

  /** NaN where it falls into a hole. */
  double inclinationDeg(long nanos) {
    long row = rowAt(nanos);
    return isSeen(row, row) ? between(row, nanos, frames.inclinationDeg(row), frames.inclinationDeg(next(row)))
        : Double.NaN;
  }

  /** NaN with one sensor, and where it falls into a hole. */
  double flexionDeg(long nanos) {
    long row = rowAt(nanos);
    return isSeen(row, row) ? between(row, nanos, frames.flexionDeg(row), frames.flexionDeg(next(row))) : Double.NaN;
  }

  private long next(long row) {
    return Math.min(to, row + 1);
  }

  private double between(long row, long nanos, double here, double there) {
    long step = frames.timeNanos(next(row)) - frames.timeNanos(row);
    return step == 0 ? here : here + (there - here) * (nanos - frames.timeNanos(row)) / step;
  }
}
