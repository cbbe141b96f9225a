package io.flatback.motion.guided;

import io.flatback.motion.BackPosture;
import io.flatback.motion.Mounting;
import io.flatback.motion.SideCoupling;
import io.flatback.motion.guided.Hinges.Hinge;

/** Least squares of the side tilt while hinging on sin θ and 1 − cos θ. */
final class CouplingFit {
  private final SideCoupling coupling;
  private final double leftRad;

  CouplingFit(Mounting mounting, Hinges hinges, double[] ups) {
    double ss = 0.0;
    double sv = 0.0;
    double vv = 0.0;
    double ys = 0.0;
    double yv = 0.0;
    double yy = 0.0;
    int count = 0;
    BackPosture posture = new BackPosture();
    for (Hinge hinge : hinges.list()) {
      for (int i = hinge.span().from(); i < hinge.span().to(); i++) {
        posture.updateUp(ups[3 * i], ups[3 * i + 1], ups[3 * i + 2], mounting);
        double s = Math.sin(posture.sagittalInclinationRad());
        double v = 1.0 - Math.cos(posture.sagittalInclinationRad());
        double y = posture.lateralInclinationRad();
        ss += s * s;
        sv += s * v;
        vv += v * v;
        ys += y * s;
        yv += y * v;
        yy += y * y;
        count++;
      }
    }
    double determinant = ss * vv - sv * sv;
    double a = (ys * vv - yv * sv) / determinant;
    double b = (yv * ss - ys * sv) / determinant;
    this.coupling = new SideCoupling(a, b);
    this.leftRad = Math.sqrt(Math.max(0.0, yy - a * ys - b * yv) / count);
  }

  SideCoupling coupling() {
    return coupling;
  }

  /** Root mean square of the side tilt that is left. */
  double leftRad() {
    return leftRad;
  }
}
