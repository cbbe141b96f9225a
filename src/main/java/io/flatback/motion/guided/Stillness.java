package io.flatback.motion.guided;

import io.flatback.motion.guided.Take.Span;
import java.util.Optional;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;

/**
 * Finds where the wearer stood still: readings near their own mean over a second, and the same lean at the
 * beginning and at the end.
 *
 * <p>Source: limits of rest of VQF [laidig-2023], as root mean squares, for who stands sways.
 */
final class Stillness {
  /** Asked are 3 s; own: half a second of grace. */
  static final double LEAST_SECONDS = 2.5;

  static final double ASKED_SECONDS = 3.0;
  private static final double WINDOW_SECONDS = 1.0;
  private static final double HOP_SECONDS = 0.1;
  private static final double GYRO_RAD_PER_SEC = Math.toRadians(2.0);
  private static final double ACCEL_MPS2 = 0.5;
  /** own: quiet standing sways by less than a degree. */
  private static final double LEAN_RAD = Math.toRadians(2.0);

  private final Take take;
  private double longestSeconds;
  private long stirredNanos = Long.MIN_VALUE;

  Stillness(Take take) {
    this.take = take;
  }

  /** The first stretch that is long enough. */
  Optional<Span> find() {
    int from = -1;
    int to = -1;
    int last = take.indexAt(take.seconds(take.size() - 1) - WINDOW_SECONDS);
    for (int i = 0; i <= last; i = next(i)) {
      int end = take.indexAt(take.seconds(i) + WINDOW_SECONDS);
      if (isStill(new Span(i, end))) {
        from = from < 0 ? i : from;
        to = end;
      } else {
        noteStirring(i, end);
        if (from >= 0 && isEnough(from, to)) {
          return Optional.of(new Span(from, to));
        }
        from = -1;
      }
    }
    return from >= 0 && isEnough(from, to) ? Optional.of(new Span(from, to)) : Optional.empty();
  }

  private void noteStirring(int from, int to) {
    if (stirredNanos == Long.MIN_VALUE) {
      stirredNanos = take.timeNanos((from + to) / 2);
    }
  }

  private int next(int i) {
    return Math.max(i + 1, take.indexAt(take.seconds(i) + HOP_SECONDS));
  }

  private boolean isEnough(int from, int to) {
    double seconds = take.seconds(to) - take.seconds(from);
    longestSeconds = Math.max(longestSeconds, seconds);
    int half = (from + to) / 2;
    Vector3D first = take.meanAccel(new Span(from, half));
    Vector3D second = take.meanAccel(new Span(half, to));
    return seconds >= LEAST_SECONDS && Vector3D.angle(first, second) < LEAN_RAD;
  }

  private boolean isStill(Span span) {
    return take.gyroDeviationRadPerSec(span) < GYRO_RAD_PER_SEC && take.accelDeviationMps2(span) < ACCEL_MPS2;
  }

  double longestSeconds() {
    return longestSeconds;
  }

  /** When the wearer first moved. */
  long stirredNanos() {
    return stirredNanos == Long.MIN_VALUE ? take.timeNanos(0) : stirredNanos;
  }
}
