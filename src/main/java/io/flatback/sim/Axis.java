package io.flatback.sim;

/** Axes of the body frame: anterior, superior along the spine, to the right (ISB, Wu et al. 2002). */
enum Axis {
  ANTERIOR(new Vector3(1, 0, 0)),
  SUPERIOR(new Vector3(0, 1, 0)),
  RIGHT(new Vector3(0, 0, 1));

  private final Vector3 unit;

  Axis(Vector3 unit) {
    this.unit = unit;
  }

  Vector3 unit() {
    return unit;
  }
}
