package io.flatback.motion.guided;

import com.google.errorprone.annotations.FormatMethod;
import io.flatback.motion.guided.GuidedCalibration.Part;
import io.flatback.motion.guided.Hinges.Hinge;
import io.flatback.motion.guided.Refusal.Reason;
import io.flatback.motion.guided.Take.Span;
import io.flatback.signal.Calibration;
import io.flatback.signal.Placement;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.jspecify.annotations.Nullable;

/** Goes through one sensor's part step by step, and stops at the first thing that is not as it should be. */
final class SensorJudge {
  /** own: standing for 2.5 s and three hinges of 2 s each way can't be done in less. */
  private static final double SHORTEST_SECONDS = 8.0;

  private static final int HINGES = 3;
  /** own: of the lumbar sensor; wide enough for the offset along the back to show. */
  private static final double LEAST_LUMBAR_RAD = Math.toRadians(30.0);

  /** own: the pelvis tips by half of what the trunk does, or less. */
  private static final double LEAST_SACRUM_RAD = Math.toRadians(12.0);

  /** own: a hinge of 70° in 1.3 s, as quick as a rep. */
  private static final double QUICKEST_RAD_PER_SEC = Math.toRadians(100.0);

  /** Of the evidence for alignment: the axis is learnt above 20 °/s. */
  private static final double SLOWEST_RAD_PER_SEC = Math.toRadians(20.0);

  /** own: of the median hinge. */
  private static final double WIDEST_SPREAD = 0.35;

  /** Of the evidence for alignment. */
  private static final double LEAST_SHARE = 0.9;

  private static final double OFF_LEVEL_RAD = Math.toRadians(10.0);
  private static final double AXES_APART_RAD = Math.toRadians(10.0);
  /** own: simulated, worn well .02, mere nods .05, a case that hangs free .15; replaced by real takes. */
  private static final double SHAKING = 0.10;

  private final Placement placement;
  private final Take take;
  private final Calibration device;
  private final String who;
  private @Nullable SensorFit fit;
  private @Nullable Hinges hinges;

  SensorJudge(Placement placement, Part part, boolean alone) {
    this.placement = placement;
    this.take = part.take();
    this.device = part.device();
    this.who = alone ? "The sensor" : "The " + placement.key() + " sensor";
  }

  SensorFit fit() {
    return Objects.requireNonNull(fit, "not judged yet, or refused");
  }

  /** @return null when nothing is wrong */
  @Nullable Refusal judge() {
    Refusal refusal = readings();
    if (refusal != null) {
      return refusal;
    }
    Stillness stillness = new Stillness(take);
    Span standing = stillness.find().orElse(null);
    if (standing == null) {
      return refuse(
          Reason.MOVED_WHILE_STANDING,
          stillness.stirredNanos(),
          "You moved while standing: %.1f s were still, expected %.0f s. Stand quietly, then begin to hinge.",
          stillness.longestSeconds(), Stillness.ASKED_SECONDS);
    }
    Vector3D bias = take.meanGyro(standing);
    Strapdown.Errors rough =
        new Strapdown.Errors(bias, Vector3D.ZERO, Vector3D.ZERO, 0.0, Vector3D.PLUS_I);
    double[] ups =
        Strapdown.ups(take, rough, standing.from(), take.meanAccel(standing).normalize());
    hinges = new Hinges(take, standing, bias, ups);
    refusal = hinges(hinges);
    if (refusal == null) {
      fit = new SensorFit(take, device, standing, hinges);
      refusal = axis(fit);
    }
    return refusal;
  }

  private @Nullable Refusal readings() {
    if (take.size() < 2) {
      return refuse(
          Reason.SENSOR_MISSING, 0, "%s sent nothing while you calibrated: switch it on, wait until it streams.", who);
    }
    double seconds = take.seconds(take.size() - 1);
    if (!take.hasGyro()) {
      return refuse(
          Reason.NO_GYROSCOPE, take.timeNanos(0),
          "%s has no gyroscope, and a guided calibration needs one: lift without it.", who);
    }
    if (take.gapNanos() != Long.MIN_VALUE) {
      return refuse(
          Reason.GAP, take.gapNanos(),
          "%s was not heard for %.2f s: bring it nearer to the receiver.", who, take.gapSeconds());
    }
    if (take.clippedNanos() != Long.MIN_VALUE) {
      return refuse(
          Reason.CLIPPED, take.clippedNanos(),
          "%s was knocked beyond its scale: keep hands and bar away from it.", who);
    }
    if (seconds < SHORTEST_SECONDS) {
      return refuse(
          Reason.TOO_SHORT, take.timeNanos(0),
          "It lasted %.1f s, expected at least %.0f s: stand still for 3 s, then hinge slowly three times.",
          seconds, SHORTEST_SECONDS);
    }
    double shaking = Shaking.share(take);
    return shaking <= SHAKING
        ? null
        : refuse(
            Reason.SENSOR_LOOSE, take.timeNanos(0),
            "%s shakes on its own (%.0f %% of its motion, expected at most %.0f %%): tighten the belt.",
            who, 100 * shaking, 100 * SHAKING);
  }

  private @Nullable Refusal hinges(Hinges found) {
    List<Hinge> list = found.list();
    long end = take.timeNanos(take.size() - 1);
    if (list.size() < HINGES) {
      return refuse(
          Reason.TOO_FEW_HINGES, list.isEmpty() ? end : take.timeNanos(list.getLast().span().to()),
          "%d of 3 hinges were found: bend forward three times, and come up to standing each time.", list.size());
    }
    for (int i = 0; i < list.size(); i++) {
      Refusal refusal = hinge(list.get(i), i + 1, found);
      if (refusal != null) {
        return refusal;
      }
    }
    return spread(list);
  }

  private @Nullable Refusal hinge(Hinge hinge, int number, Hinges found) {
    long at = take.timeNanos(hinge.span().from());
    double least = placement == Placement.SACRUM ? LEAST_SACRUM_RAD : LEAST_LUMBAR_RAD;
    if (hinge.peakRad() < least) {
      return refuse(
          Reason.HINGES_TOO_SMALL, at, "Hinge %d reached %.0f°, expected at least %.0f°: bend further forward.",
          number, Math.toDegrees(hinge.peakRad()), Math.toDegrees(least));
    }
    if (hinge.peakRateRadPerSec() > QUICKEST_RAD_PER_SEC) {
      return refuse(
          Reason.HINGES_TOO_QUICK, at,
          "Hinge %d was too quick: %.0f °/s, expected at most %.0f °/s. Take two to three seconds each way.",
          number, Math.toDegrees(hinge.peakRateRadPerSec()), Math.toDegrees(QUICKEST_RAD_PER_SEC));
    }
    if (hinge.peakRateRadPerSec() < SLOWEST_RAD_PER_SEC) {
      return refuse(
          Reason.HINGES_TOO_SLOW, at,
          "Hinge %d was too slow: %.0f °/s, expected at least %.0f °/s. Take two to three seconds each way.",
          number, Math.toDegrees(hinge.peakRateRadPerSec()), Math.toDegrees(SLOWEST_RAD_PER_SEC));
    }
    double apart = Vector3D.angle(found.axis(List.of(hinge)).axis(), found.axis(found.list()).axis());
    return apart <= AXES_APART_RAD
        ? null
        : refuse(
            Reason.HINGES_UNLIKE, at,
            "Hinge %d went %.0f° off the direction of the others, expected at most %.0f°: bend straight forward.",
            number, Math.toDegrees(apart), Math.toDegrees(AXES_APART_RAD));
  }

  private @Nullable Refusal spread(List<Hinge> list) {
    var peaks = list.stream().mapToDouble(Hinge::peakRad).summaryStatistics();
    Hinge smallest = list.stream().min(Comparator.comparingDouble(Hinge::peakRad)).orElseThrow();
    return peaks.getMax() - peaks.getMin() <= WIDEST_SPREAD * peaks.getMax()
        ? null
        : refuse(
            Reason.HINGES_UNLIKE, take.timeNanos(smallest.span().from()),
            "Your hinges reached from %.0f° to %.0f°, expected about the same each time: repeat one and the same hinge.",
            Math.toDegrees(peaks.getMin()), Math.toDegrees(peaks.getMax()));
  }

  private @Nullable Refusal axis(SensorFit fitted) {
    long at = take.timeNanos(Objects.requireNonNull(hinges).list().getFirst().span().from());
    if (fitted.axis().share() < LEAST_SHARE) {
      return refuse(
          Reason.NOT_A_HINGE, at,
          "Only %.0f %% of the motion was about one axis, expected %.0f %%: bend straight forward, without turning.",
          100 * fitted.axis().share(), 100 * LEAST_SHARE);
    }
    if (fitted.offLevelRad() > OFF_LEVEL_RAD) {
      return refuse(
          Reason.AXIS_NOT_LEVEL, at,
          "You hinged about an axis %.0f° off level, expected at most %.0f°: bend straight forward, both feet level.",
          Math.toDegrees(fitted.offLevelRad()), Math.toDegrees(OFF_LEVEL_RAD));
    }
    return fitted.disagreement() == null
        ? null
        : refuse(
            Reason.READINGS_DISAGREE, at,
            "%s's gyroscope and accelerometer disagree (%s): keep your feet in place, or calibrate its six faces.",
            who, fitted.disagreement());
  }

  /** Lumbar flexion at its furthest in each hinge. */
  double[] peaksRad(SensorFit sacrum) {
    List<Hinge> list = Objects.requireNonNull(hinges).list();
    double[] peaks = new double[list.size()];
    for (int h = 0; h < peaks.length; h++) {
      Span span = list.get(h).span();
      for (int i = span.from(); i < span.to(); i++) {
        long now = take.timeNanos(i);
        peaks[h] = Math.max(peaks[h], fit().inclinationRad(now) - sacrum.inclinationRad(now));
      }
    }
    return peaks;
  }

  @FormatMethod
  private Refusal refuse(Reason reason, long atNanos, String format, Object... values) {
    double seconds = take.size() == 0 ? 0.0 : (atNanos - take.timeNanos(0)) * 1e-9;
    String where = String.format(Locale.ROOT, "%.1f s in: ", Math.max(0.0, seconds));
    return new Refusal(reason, atNanos, where + String.format(Locale.ROOT, format, values));
  }
}
