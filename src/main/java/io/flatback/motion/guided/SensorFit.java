package io.flatback.motion.guided;

import com.google.errorprone.annotations.FormatMethod;
import io.flatback.motion.Mounting;
import io.flatback.motion.guided.Hinges.Hinge;
import io.flatback.motion.guided.Take.Span;
import io.flatback.signal.Calibration;
import io.flatback.signal.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.jspecify.annotations.Nullable;

/** All that one sensor's readings say, once standing and hinges are found in them. */
final class SensorFit {
  /** own: ten times the sway of who stands. */
  private static final double VELOCITY_MPS = 0.15;

  /** own: five times what chips leave the factory with. */
  private static final double ACCEL_OFFSET_MPS2 = 1.0;

  private static final double GYRO_SCALE = 0.05;

  private final Take take;
  private final Calibration device;
  private final Span standing;
  private final Hinges hinges;
  private final Hinges.Axis axis;
  private final GravityFit.Result gravity;
  private final double[] ups;
  private final Mounting mounting;
  private final CouplingFit coupling;

  SensorFit(Take take, Calibration device, Span standing, Hinges found) {
    this.take = take;
    this.device = device;
    this.standing = standing;
    this.hinges = found;
    this.axis = found.axis(found.list());
    this.gravity =
        new GravityFit(
                take,
                stretches(),
                take.meanGyro(standing),
                take.meanAccel(new Span(standing.from(), (standing.from() + standing.to()) / 2)),
                axis.axis())
            .solve();
    this.ups = Strapdown.ups(take, gravity.errors(), standing.from(), gravity.upAtStart());
    Mounting straight = Mounting.of(standingUp(), axis.axis(), axis.share() * Math.cos(offLevelRad()));
    this.coupling = new CouplingFit(straight, hinges, ups);
    this.mounting = straight.withCoupling(coupling.coupling());
  }

  /** Standing, each hinge, and what quiet standing there is after the last. */
  private List<Span> stretches() {
    List<Span> stretches = new ArrayList<>();
    stretches.add(standing);
    int from = standing.to();
    for (Hinge hinge : hinges.list()) {
      stretches.add(new Span(from, hinge.span().to()));
      from = hinge.span().to();
    }
    return stretches;
  }

  private Vector3D standingUp() {
    Vector3D sum = Vector3D.ZERO;
    for (int i = standing.from(); i < standing.to(); i++) {
      sum = sum.add(Hinges.up(ups, i));
    }
    return sum.normalize();
  }

  Hinges.Axis axis() {
    return axis;
  }

  double velocityErrorMps() {
    return gravity.velocityErrorMps();
  }

  /** Between the hinge axis and level. */
  double offLevelRad() {
    return Math.abs(Math.PI / 2.0 - Vector3D.angle(standingUp(), axis.axis()));
  }

  double peakInclinationRad() {
    double[] peaks = hinges.list().stream().mapToDouble(Hinge::peakRad).sorted().toArray();
    return peaks[peaks.length / 2];
  }

  /** Signed, forward positive, at the reading nearest in time. */
  double inclinationRad(long timeNanos) {
    Vector3D up = Hinges.up(ups, take.indexAt((timeNanos - take.timeNanos(0)) * 1e-9));
    return Math.atan2(-up.dotProduct(mounting.anterior()), up.dotProduct(mounting.superior()));
  }

  CalibratedSensor result() {
    Vector3D z = axis.axis();
    double k = gravity.errors().gyroScale();
    double[] scale = new double[9];
    for (int r = 0; r < 3; r++) {
      for (int c = 0; c < 3; c++) {
        scale[3 * r + c] = (r == c ? 1.0 : 0.0) + k * z.toArray()[r] * z.toArray()[c];
      }
    }
    double[] offset = gravity.errors().accelOffsetMps2().toArray();
    double[] stretch = gravity.errors().accelScale().toArray();
    double[] accel = {1.0 + stretch[0], 0, 0, 0, 1.0 + stretch[1], 0, 0, 0, 1.0 + stretch[2]};
    Calibration found = new Calibration(offset, accel, scale);
    Vector3D bias = gravity.errors().gyroBiasRadPerSec();
    double[] scaledBias = new double[3];
    found.gyro(bias.getX(), bias.getY(), bias.getZ(), scaledBias);
    return new CalibratedSensor(
        mounting,
        device.then(found),
        new CalibratedSensor.GyroBiasFound(scaledBias[0], scaledBias[1], scaledBias[2]),
        peakInclinationRad(),
        new CalibratedSensor.Residuals(
            Math.toDegrees(take.gyroDeviationRadPerSec(standing)),
            axis.share(),
            Math.toDegrees(offLevelRad()),
            Math.toDegrees(peakSpreadRad()),
            gravity.velocityErrorMps(),
            Math.toDegrees(coupling.leftRad()),
            1e3 * new Vector3D(offset).getNorm() / Sample.STANDARD_GRAVITY_MPS2,
            100.0 * k));
  }

  double peakSpreadRad() {
    var peaks = hinges.list().stream().mapToDouble(Hinge::peakRad).summaryStatistics();
    return peaks.getMax() - peaks.getMin();
  }

  /** @return null while both sensors inside the sensor tell the same story */
  @Nullable String disagreement() {
    double offset = gravity.errors().accelOffsetMps2().getNorm();
    double scale = Math.abs(gravity.errors().gyroScale());
    if (gravity.velocityErrorMps() > VELOCITY_MPS) {
      return said("%.2f m/s left over at rest, expected at most %.2f", gravity.velocityErrorMps(), VELOCITY_MPS);
    }
    if (offset > ACCEL_OFFSET_MPS2) {
      return said("offset %.2f m/s², expected at most %.1f", offset, ACCEL_OFFSET_MPS2);
    }
    return scale > GYRO_SCALE
        ? said("scale off by %.0f %%, expected at most %.0f", 100 * scale, 100 * GYRO_SCALE)
        : null;
  }

  @FormatMethod
  private static String said(String format, double found, double expected) {
    return String.format(Locale.ROOT, format, found, expected);
  }
}
