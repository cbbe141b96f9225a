package io.flatback.motion.guided;

import io.flatback.motion.guided.Take.Span;

/** Share of the rate that is faster than a slow hinge: what a case does that hangs or flaps. */
final class Shaking {
  private static final double SMOOTH_SECONDS = 0.3;

  private Shaking() {}

  static double share(Take take) {
    int half = Math.max(1, take.indexAt(SMOOTH_SECONDS) / 2);
    Span all = new Span(0, take.size());
    double fast = 0.0;
    for (int c = 0; c < 3; c++) {
      double sum = 0.0;
      for (int i = 0; i < take.size(); i++) {
        sum += take.gyroRadPerSec(i, c);
        if (i >= 2 * half) {
          double centre = take.gyroRadPerSec(i - half, c) - sum / (2 * half + 1);
          fast += centre * centre;
          sum -= take.gyroRadPerSec(i - 2 * half, c);
        }
      }
    }
    double deviation = take.gyroDeviationRadPerSec(all);
    return fast / (deviation * deviation * take.size());
  }
}
