package io.flatback.evaluate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Reps read off a measured angle of the trunk: every time it leaves the standing band and goes far. Start and
 * upright are its 5° crossings; the bottom is anywhere in the stretch within 1.5° of its peak, and the ascent
 * begins at the end of that stretch. Lockout and end are the contract's, on the same angle.
 */
final class MeasuredReps {
  private static final double BAND_DEG = 5;
  private static final double LEAST_PEAK_DEG = 15;
  private static final double NEAR_PEAK_DEG = 1.5;
  private static final double SLOW_DPS = 20;
  private static final double HOLD_SECONDS = 0.2;
  private static final double REST_SECONDS = 1;
  private static final double RATE_OVER_SECONDS = 0.03;

  private final double[] times;
  private final double[] leanDeg;

  /** @param leanDeg forward positive, against standing */
  private MeasuredReps(double[] times, double[] leanDeg) {
    this.times = times;
    this.leanDeg = leanDeg;
  }

  static List<TrueRep> of(double[] timesSeconds, double[] leanDeg) {
    return new MeasuredReps(timesSeconds.clone(), leanDeg.clone()).find();
  }

  private List<TrueRep> find() {
    List<TrueRep> reps = new ArrayList<>();
    int i = 0;
    while (i < leanDeg.length) {
      if (leanDeg[i] <= BAND_DEG) {
        i++;
        continue;
      }
      int from = i;
      while (i < leanDeg.length && leanDeg[i] > BAND_DEG) {
        i++;
      }
      int peak = peak(from, i);
      if (leanDeg[peak] >= LEAST_PEAK_DEG && i < leanDeg.length) {
        reps.add(rep(from, peak, i));
      }
    }
    return reps;
  }

  private int peak(int from, int to) {
    int peak = from;
    for (int i = from; i < to; i++) {
      peak = leanDeg[i] > leanDeg[peak] ? i : peak;
    }
    return peak;
  }

  /** @param back the first sample inside the band again */
  private TrueRep rep(int from, int peak, int back) {
    double near = leanDeg[peak] - NEAR_PEAK_DEG;
    int first = from;
    while (leanDeg[first] < near) {
      first++;
    }
    int last = back - 1;
    while (leanDeg[last] < near) {
      last--;
    }
    int lockout = lockout(back);
    double start = crossing(from);
    double upright = crossing(back);
    Map<RepMoment, Span> moments = new EnumMap<>(RepMoment.class);
    moments.put(RepMoment.START, Span.at(start));
    moments.put(RepMoment.BOTTOM, new Span(times[first], times[last]));
    moments.put(RepMoment.ASCENT_ONSET, Span.at(times[last]));
    moments.put(RepMoment.UPRIGHT, Span.at(upright));
    moments.put(RepMoment.LOCKOUT, Span.at(times[lockout]));
    moments.put(RepMoment.END, Span.at(times[end(lockout)]));
    return new TrueRep(new Span(start, upright), moments);
  }

  /** Between the sample before and this one. */
  private double crossing(int i) {
    if (i == 0 || leanDeg[i] == leanDeg[i - 1]) {
      return times[i];
    }
    double share = (BAND_DEG - leanDeg[i - 1]) / (leanDeg[i] - leanDeg[i - 1]);
    return times[i - 1] + share * (times[i] - times[i - 1]);
  }

  private int lockout(int back) {
    int since = -1;
    for (int i = back; i < times.length; i++) {
      if (!isLocked(i)) {
        since = -1;
      } else if (since < 0) {
        since = i;
      } else if (times[i] - times[since] >= HOLD_SECONDS) {
        return since;
      }
    }
    return back;
  }

  private int end(int lockout) {
    int i = lockout;
    while (i + 1 < times.length && times[i] - times[lockout] < REST_SECONDS && Math.abs(leanDeg[i + 1]) <= BAND_DEG) {
      i++;
    }
    return i;
  }

  private boolean isLocked(int i) {
    int low = i;
    int high = i;
    while (low > 0 && times[i] - times[low] < RATE_OVER_SECONDS) {
      low--;
    }
    while (high + 1 < times.length && times[high] - times[i] < RATE_OVER_SECONDS) {
      high++;
    }
    double rateDps = (leanDeg[high] - leanDeg[low]) / (times[high] - times[low]);
    return Math.abs(leanDeg[i]) <= BAND_DEG && Math.abs(rateDps) < SLOW_DPS;
  }
}
