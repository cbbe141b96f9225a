package io.flatback.session.compare;

import io.flatback.form.compare.CurveShift;
import io.flatback.form.compare.Loads;
import io.flatback.form.compare.MetricShift;
import java.util.List;
import java.util.Locale;

/** What was found of two sets that were to be compared. */
public sealed interface SetComparison {
  ComparedSet from();

  ComparedSet to();

  /** How far apart they were measured. */
  Apart apart();

  /** What lies between two sets besides the lifter. */
  enum Apart {
    /** The sensor stayed where it was. */
    SAME_RECORD,
    /** It may have been taken off in between. */
    SAME_DAY,
    OTHER_DAY,
    /** A record does not say when it was made. */
    UNKNOWN;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether 10 to 15° of posture may be how one stood and where the sensor sat. */
    public boolean mayBeOtherDay() {
      return this == OTHER_DAY || this == UNKNOWN;
    }
  }

  /** Why two sets can't be compared. */
  enum Reason {
    LOOSE,
    MOUNTING_UNSURE,
    OTHER_EXERCISE,
    OTHER_PLACEMENT,
    TOO_FEW_REPS;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param inclination of the sensor that both have
   * @param metrics what else enough reps have: tempo, and lumbar flexion with two sensors
   */
  record Compared(
      ComparedSet from, ComparedSet to, Apart apart, Loads loads, CurveShift inclination, List<MetricShift> metrics)
      implements SetComparison {
    public Compared {
      metrics = List.copyOf(metrics);
    }
  }

  /** No number is given. */
  record NotCompared(ComparedSet from, ComparedSet to, Apart apart, Reason reason) implements SetComparison {}
}
