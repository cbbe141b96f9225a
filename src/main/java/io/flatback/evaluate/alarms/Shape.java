package io.flatback.evaluate.alarms;

/** How a drift comes over a set: a share of its size at each rep. */
enum Shape {
  LINEAR("grows from the first rep") {
    @Override
    double at(int rep, int reps) {
      return rep / (reps - 1.0);
    }
  },
  LATE("grows over the last three reps") {
    @Override
    double at(int rep, int reps) {
      return Math.max(0, rep - (reps - 1 - LATE_STEPS)) / (double) LATE_STEPS;
    }
  },
  STEP("stays from the middle on") {
    @Override
    double at(int rep, int reps) {
      return rep < reps / 2 ? 0 : 1;
    }
  };

  private static final int LATE_STEPS = 3;

  private final String title;

  Shape(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** @param rep from 0 */
  abstract double at(int rep, int reps);

  /** A drift of so many sigmas. */
  double[] of(double sigmas, int reps) {
    double[] drift = new double[reps];
    for (int rep = 0; rep < reps; rep++) {
      drift[rep] = sigmas * at(rep, reps);
    }
    return drift;
  }
}
