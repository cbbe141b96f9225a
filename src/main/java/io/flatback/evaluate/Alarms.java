package io.flatback.evaluate;

import io.flatback.lift.Rep;
import java.util.List;

/**
 * What was said while nobody lifted.
 *
 * @param seconds without lifting
 * @param reps counted in the report
 * @param liveReps counted while it streamed, and not taken back
 * @param provisional shown in doubt while it streamed
 * @param warnings raised while it streamed
 */
record Alarms(double seconds, int reps, int liveReps, int provisional, int warnings) {
  static final Alarms NONE = new Alarms(0, 0, 0, 0, 0);
  private static final double HOUR_SECONDS = 3600;

  /** @param idle stretches in which nobody lifted */
  static Alarms of(List<Span> idle, List<Rep> report, LiveRun live) {
    return new Alarms(
        idle.stream().mapToDouble(Span::seconds).sum(),
        count(idle, report),
        count(idle, live.reps()),
        count(idle, live.provisional().stream().map(LiveRun.Shown::rep).toList()),
        (int) live.warningsSeconds().stream().filter(at -> isIn(idle, at)).count());
  }

  private static int count(List<Span> idle, List<Rep> reps) {
    return (int) reps.stream().filter(rep -> isIn(idle, RepMoment.BOTTOM.seconds(rep))).count();
  }

  private static boolean isIn(List<Span> idle, double seconds) {
    return idle.stream().anyMatch(span -> span.holds(seconds));
  }

  boolean any() {
    return reps + liveReps + provisional + warnings > 0;
  }

  double hours() {
    return seconds / HOUR_SECONDS;
  }

  /** All that was said live, for each hour; NaN where there was no such time. */
  double perHour() {
    return seconds == 0 ? Double.NaN : (liveReps + provisional + warnings) / hours();
  }

  static Alarms together(List<Alarms> parts) {
    return parts.stream().reduce(NONE, Alarms::plus);
  }

  private Alarms plus(Alarms o) {
    return new Alarms(
        seconds + o.seconds, reps + o.reps, liveReps + o.liveReps, provisional + o.provisional, warnings + o.warnings);
  }
}
