package io.flatback.report;

import io.flatback.form.Drift;
import io.flatback.form.FormSettings;
import io.flatback.form.Level;
import io.flatback.form.NoiseBand;
import io.flatback.form.SetFindings;
import io.flatback.form.SetForm;
import io.flatback.form.Warning;
import io.flatback.lift.Metric;
import io.flatback.lift.RejectedCandidate;
import io.flatback.lift.Rep;
import io.flatback.lift.RepMetrics;
import io.flatback.lift.RepQuality;
import io.flatback.session.AngleTrace;
import io.flatback.session.WorkSet;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Builds a set as the session room would hand it over: reps, bands and a trace that agree with each other. */
final class SetBuilder {
  private static final double TRACE_STEP_S = 0.1;
  private static final double LOWERING_S = 1.3;

  private final int index;
  private final double startS;
  private double[] pullS = {};
  private double[] onsetDeg = {};
  private double[] flexionDeg = {};
  private double restS = 1.2;
  private Double loadKg;
  private String exercise = "deadlift";
  private boolean guessed;
  private boolean gyro = true;
  private boolean bands = true;
  private double[] gap = {};
  private double tailS = 1.5;
  private final Map<Integer, Set<RepQuality>> quality = new HashMap<>();
  private final List<RejectedCandidate> rejected = new ArrayList<>();
  private final List<Warning> warnings = new ArrayList<>();
  private final List<Drift> drift = new ArrayList<>();

  SetBuilder(int index, double startS) {
    this.index = index;
    this.startS = startS;
  }

  SetBuilder pulls(double... seconds) {
    pullS = seconds;
    return this;
  }

  SetBuilder onsets(double... degrees) {
    onsetDeg = degrees;
    return this;
  }

  SetBuilder flexions(double... degrees) {
    flexionDeg = degrees;
    return this;
  }

  SetBuilder load(double kg) {
    loadKg = kg;
    return this;
  }

  SetBuilder exercise(String name, boolean guess) {
    exercise = name;
    guessed = guess;
    return this;
  }

  SetBuilder accelerometerOnly() {
    gyro = false;
    return this;
  }

  SetBuilder withoutBands() {
    bands = false;
    return this;
  }

  SetBuilder gap(double fromS, double toS, int rep) {
    gap = new double[] {fromS, toS};
    quality.put(rep, EnumSet.of(RepQuality.GAP));
    return this;
  }

  SetBuilder quality(int rep, RepQuality... flags) {
    quality.put(rep, Set.of(flags));
    return this;
  }

  SetBuilder rejected(double fromS, double toS, RejectedCandidate.Reason reason) {
    rejected.add(new RejectedCandidate(nanos(fromS), nanos(toS), reason));
    return this;
  }

  SetBuilder warning(int rep, Level level, Metric metric, double baseline, double value, double limit, String text,
      String evidence) {
    warnings.add(
        new Warning(rep, level, metric, baseline, value, value - baseline, limit, "two_consecutive", text, evidence));
    return this;
  }

  SetBuilder drift(Metric metric, double slope, double total, double p, boolean beyond) {
    drift.add(new Drift(metric, slope, total, p, beyond));
    return this;
  }

  SetBuilder tail(double seconds) {
    tailS = seconds;
    return this;
  }

  double endS() {
    double t = startS + 1;
    for (double pull : pullS) {
      t += LOWERING_S + 0.2 + pull + restS;
    }
    return t + tailS;
  }

  /** The set as the form room judges it; what was said of warnings, drift and bands by hand is left out. */
  WorkSet judged(FormSettings settings) {
    WorkSet raw = build();
    SetFindings found = SetForm.judge(raw.reps(), settings);
    return new WorkSet(
        raw.index(), raw.exercise(), raw.exerciseGuessed(), raw.startNanos(), raw.endNanos(), raw.loadKg(),
        found.reps(), raw.rejected(), found.warnings(), found.drift(), found.bands(), raw.trace());
  }

  WorkSet build() {
    List<Rep> reps = new ArrayList<>();
    double t = startS + 1;
    double fastest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < Math.min(3, pullS.length); i++) {
      fastest = Math.min(fastest, pullS[i]);
    }
    for (int i = 0; i < pullS.length; i++) {
      double bottom = t + LOWERING_S;
      double onset = bottom + 0.2;
      double lockout = onset + pullS[i];
      reps.add(
          new Rep(i + 1, nanos(t), nanos(bottom), nanos(onset), nanos(lockout), nanos(lockout),
              nanos(lockout + 0.3),
              quality.getOrDefault(i + 1, Set.of()), metrics(i, fastest)));
      t = lockout + restS;
    }
    return new WorkSet(index, exercise, guessed, nanos(startS), nanos(endS()), loadKg, reps, rejected, warnings, drift,
        bands && reps.size() >= 3 ? bands(fastest) : List.of(), trace(reps));
  }

  private RepMetrics metrics(int i, double fastest) {
    Map<Metric, Double> values = new EnumMap<>(Metric.class);
    values.put(Metric.CONCENTRIC_DURATION_S, pullS[i]);
    values.put(Metric.ECCENTRIC_DURATION_S, LOWERING_S + 0.01 * i);
    values.put(Metric.VELOCITY_LOSS_BY_DURATION_RATIO, 1 - fastest / pullS[i]);
    values.put(Metric.INCLINATION_AT_ONSET_DEG, onsetDeg[i]);
    values.put(Metric.TIME_UNDER_TENSION_S, LOWERING_S + 0.01 * i + 0.2 + pullS[i]);
    if (i > 0) {
      values.put(Metric.REST_BEFORE_S, 2.4);
    }
    values.put(Metric.INCLINATION_AT_MID_ASCENT_DEG, 0.68 * onsetDeg[i]);
    values.put(Metric.INCLINATION_AT_LOCKOUT_DEG, 0.6 + 0.1 * i);
    values.put(Metric.INCLINATION_PEAK_DEG, onsetDeg[i] + 4.8);
    values.put(Metric.LEAN_BACK_AT_LOCKOUT_DEG, 0.4 - 0.2 * i);
    values.put(Metric.RANGE_OF_MOTION_DEG, onsetDeg[i] - 3.1);
    values.put(Metric.LATERAL_TILT_CHANGE_DEG, 1.1 - 0.3 * i);
    if (gyro) {
      values.put(Metric.AXIAL_ROTATION_DEG, 2.0 + 0.1 * i);
      values.put(Metric.SMOOTHNESS_SPARC, -1.43 - 0.02 * i);
      values.put(Metric.SMOOTHNESS_LDLJ, -5.2 - 0.1 * i);
      values.put(Metric.EARLY_EXTENSION_RATE_DPS, 31 - 1.4 * i);
    }
    if (flexionDeg.length > 0) {
      values.put(Metric.LUMBAR_FLEXION_AT_ONSET_DEG, flexionDeg[i]);
      values.put(Metric.LUMBAR_FLEXION_GAIN_DEG, -2.1 + 0.3 * i);
      values.put(Metric.LUMBAR_FLEXION_PEAK_DEG, flexionDeg[i] + 2.5);
      values.put(Metric.LUMBAR_FLEXION_PEAK_OF_OWN_BEND_RATIO, (flexionDeg[i] + 2.5) / 48);
      values.put(Metric.HIP_TRUNK_LAG_RATIO, 0.012 + 0.004 * i);
    }
    return new RepMetrics(values);
  }

  private List<NoiseBand> bands(double fastest) {
    List<NoiseBand> found = new ArrayList<>();
    found.add(lossBand(fastest));
    found.add(band(Metric.INCLINATION_AT_ONSET_DEG, mean3(onsetDeg), 3, 0));
    found.add(band(Metric.LATERAL_TILT_CHANGE_DEG, 0.8, 3, 0));
    if (flexionDeg.length > 0) {
      found.add(band(Metric.LUMBAR_FLEXION_AT_ONSET_DEG, mean3(flexionDeg), 1.9, 24));
    }
    return found;
  }

  private NoiseBand lossBand(double fastest) {
    double mean = Math.cbrt(pullS[0] * pullS[1] * pullS[2]);
    double reach = Math.exp(1.96 * 0.05 * Math.sqrt(1 + 1.0 / 3));
    return new NoiseBand(
        Metric.VELOCITY_LOSS_BY_DURATION_RATIO, 1 - fastest / mean, 1 - fastest * reach / mean,
        1 - fastest / (mean * reach), 0.05, 0);
  }

  private static NoiseBand band(Metric metric, double reference, double sigma, int df) {
    double half = 1.96 * sigma * Math.sqrt(1 + 1.0 / 3);
    return new NoiseBand(metric, reference, reference - half, reference + half, sigma, df);
  }

  private static double mean3(double[] values) {
    return (values[0] + values[1] + values[2]) / 3;
  }

  private AngleTrace trace(List<Rep> reps) {
    int n = (int) Math.floor((endS() - startS) / TRACE_STEP_S);
    long[] times = new long[n];
    float[] inclination = new float[n];
    float[] flexion = new float[n];
    for (int i = 0; i < n; i++) {
      double t = startS + i * TRACE_STEP_S;
      times[i] = nanos(t);
      double depth = depth(t, reps);
      boolean unseen = gap.length == 2 && t >= gap[0] && t < gap[1];
      inclination[i] = unseen ? Float.NaN : (float) (1.5 + Math.sin(t * 0.9) * 0.8 + depth * peak(t, reps));
      flexion[i] =
          unseen || flexionDeg.length == 0 ? Float.NaN : (float) (0.5 + depth * flexionDeg[Math.max(0, at(t, reps))]);
    }
    return new AngleTrace(times, inclination, flexion);
  }

  private double depth(double t, List<Rep> reps) {
    for (RejectedCandidate candidate : rejected) {
      double from = candidate.startNanos() * 1e-9;
      double to = candidate.endNanos() * 1e-9;
      if (t >= from && t < to) {
        return 0.5 * Math.sin(Math.PI * (t - from) / (to - from));
      }
    }
    int i = at(t, reps);
    if (i < 0) {
      return 0;
    }
    Rep rep = reps.get(i);
    double bottom = rep.bottomNanos() * 1e-9;
    double onset = rep.ascentOnsetNanos() * 1e-9;
    if (t < bottom) {
      return ease((t - rep.startNanos() * 1e-9) / LOWERING_S);
    }
    return t < onset ? 1 : 1 - ease((t - onset) / pullS[i]);
  }

  private double peak(double t, List<Rep> reps) {
    return at(t, reps) < 0 ? 30 : onsetDeg[at(t, reps)];
  }

  private static double ease(double x) {
    double c = Math.min(1, Math.max(0, x));
    return c * c * c * (10 - 15 * c + 6 * c * c);
  }

  private static int at(double t, List<Rep> reps) {
    for (int i = 0; i < reps.size(); i++) {
      if (t >= reps.get(i).startNanos() * 1e-9 && t < reps.get(i).endNanos() * 1e-9) {
        return i;
      }
    }
    return -1;
  }

  static long nanos(double seconds) {
    return Math.round(seconds * 1e9);
  }
}
