package io.flatback.form;

import io.flatback.form.evidence.Evidence;
import io.flatback.form.evidence.ThresholdKey;
import io.flatback.lift.Metric;
import io.flatback.lift.Rep;
import io.flatback.lift.RepMetrics;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Velocity loss by duration of the reps of one set: 1 − T_ref / T_i over the concentric phase, where T_ref
 * is the fastest of the first three clean reps. It equals the loss of mean velocity as long as the range of
 * motion stays the same, so a rep that is not clean has none.
 *
 * <p>Live, the loss is known from the third clean rep on; {@link #told} and {@link #fill} tell it of the first ones
 * too. One instance per set, one thread.
 *
 * <p>Source: [sanchez-medina-2011] for the marker. Deviation: duration instead of bar velocity, fastest of
 * three instead of the first.
 */
public final class VelocityLoss {
  private static final int REFERENCE_REPS = Evidence.CATALOGUE.count(ThresholdKey.VELOCITY_REFERENCE_REPS);

  private int referenceReps;
  private double fastestSeconds = Double.POSITIVE_INFINITY;

  /** Reps in order; gives the same rep with its loss, or unchanged where there is none to tell. */
  public Rep update(Rep rep) {
    learn(rep);
    return told(rep);
  }

  /** The same rep with what is known by now, also of one before it was. */
  Rep told(Rep rep) {
    return isKnown() ? withLoss(rep) : rep;
  }

  /** The reps of a whole set, in order. Without three clean reps nothing is filled in. */
  public static List<Rep> fill(List<Rep> reps) {
    VelocityLoss loss = new VelocityLoss();
    reps.forEach(loss::learn);
    return reps.stream().map(loss::told).toList();
  }

  private boolean isKnown() {
    return referenceReps == REFERENCE_REPS;
  }

  private void learn(Rep rep) {
    OptionalDouble seconds = concentricSeconds(rep);
    if (seconds.isPresent() && !isKnown()) {
      fastestSeconds = Math.min(fastestSeconds, seconds.getAsDouble());
      referenceReps++;
    }
  }

  private Rep withLoss(Rep rep) {
    OptionalDouble seconds = concentricSeconds(rep);
    if (seconds.isEmpty()) {
      return rep;
    }
    Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
    metrics.putAll(rep.metrics().values());
    metrics.put(Metric.VELOCITY_LOSS_BY_DURATION_RATIO, 1 - fastestSeconds / seconds.getAsDouble());
    return rep.withMetrics(new RepMetrics(metrics));
  }

  /** Empty for a rep that is not clean: its duration is no measure of its velocity. */
  static OptionalDouble concentricSeconds(Rep rep) {
    OptionalDouble seconds = rep.metrics().get(Metric.CONCENTRIC_DURATION_S);
    return rep.isClean() && seconds.isPresent() && seconds.getAsDouble() > 0 ? seconds : OptionalDouble.empty();
  }
}
