package io.flatback.sim;

import io.flatback.signal.Placement;

/** The error-free motion around one rep, on an even grid of moments. */
final class RepTrace {
  static final double STEP_SECONDS = 0.004;

  private final Placement placement;
  private final double fromSeconds;
  private final double[] trunkDeg;
  private final double[] pelvisDeg;
  private final double[] heightM;

  /** @param placement of the sensor whose height and inclination count */
  RepTrace(Simulation simulation, Placement placement, double fromSeconds, double toSeconds) {
    this.placement = placement;
    this.fromSeconds = fromSeconds;
    int size = (int) StrictMath.ceil((toSeconds - fromSeconds) / STEP_SECONDS) + 1;
    trunkDeg = new double[size];
    pelvisDeg = new double[size];
    heightM = new double[size];
    Vector3 placeM = SensorMotion.placeM(placement, simulation.scenario().physique());
    for (int i = 0; i < size; i++) {
      Body.State state = simulation.body().at(seconds(i));
      trunkDeg[i] = state.segment(Placement.LUMBAR).sagittalDeg();
      pelvisDeg[i] = state.segment(Placement.SACRUM).sagittalDeg();
      heightM[i] = state.segment(placement).shift(placeM).positionM().y();
    }
  }

  int size() {
    return trunkDeg.length;
  }

  double seconds(int i) {
    return fromSeconds + i * STEP_SECONDS;
  }

  int index(double seconds) {
    return Math.clamp(Math.round((seconds - fromSeconds) / STEP_SECONDS), 0, size() - 1);
  }

  double trunkDeg(int i) {
    return trunkDeg[i];
  }

  double pelvisDeg(int i) {
    return pelvisDeg[i];
  }

  double flexionDeg(int i) {
    return trunkDeg[i] - pelvisDeg[i];
  }

  double heightM(int i) {
    return heightM[i];
  }

  /** Of the segment whose sensor counts. */
  double inclinationDeg(int i) {
    return placement == Placement.LUMBAR ? trunkDeg[i] : pelvisDeg[i];
  }

  double rateDps(int i) {
    int low = Math.max(0, i - 1);
    int high = Math.min(size() - 1, i + 1);
    return (inclinationDeg(high) - inclinationDeg(low)) / ((high - low) * STEP_SECONDS);
  }
}
