package io.flatback.report;

import io.flatback.lift.Metric;
import io.flatback.lift.RejectedCandidate;
import io.flatback.lift.RepQuality;
import io.flatback.session.AngleTrace;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The angles of a set over time, all sets on one scale. Reps are shaded and numbered, movements that were
 * not counted are framed and lettered, and where nothing was seen there is no line.
 *
 * <p>Nothing is smoothed: each column of pixels holds the lowest and the highest value in it.
 */
final class TraceChart {
  private static final double HEIGHT = 190;
  private static final double LEFT = 34;
  private static final double TOP = 26;
  private static final double BOTTOM = 158;
  private static final double RIGHT_MARGIN = 10;
  /** Shorter stretches without a value are drawn as a break and not labelled. */
  private static final double LABELLED_GAP_S = 0.25;

  private final double width;
  private final double longestSeconds;
  private final Scale y;

  TraceChart(double width, List<SetReport> sets) {
    this.width = width;
    this.longestSeconds =
        sets.stream().mapToDouble(s -> (s.set().endNanos() - s.set().startNanos()) * 1e-9).max().orElse(1);
    double high = 10;
    double low = 0;
    for (SetReport set : sets) {
      AngleTrace trace = set.set().trace();
      for (int i = 0; i < trace.size(); i++) {
        high = max(high, trace.inclinationDeg(i), trace.lumbarFlexionDeg(i));
        low = -max(-low, -trace.inclinationDeg(i), -trace.lumbarFlexionDeg(i));
      }
    }
    this.y = new Scale(low, high, BOTTOM, TOP + 8);
  }

  private static double max(double a, float b, float c) {
    double ab = Float.isFinite(b) ? Math.max(a, b) : a;
    return Float.isFinite(c) ? Math.max(ab, c) : ab;
  }

  void draw(Markup out, SetReport set, String cssClass) {
    Drawing d = Drawing.open(out, width, HEIGHT, cssClass, "Angle over time, set " + set.index());
    double startS = set.set().startNanos() * 1e-9;
    Scale x = new Scale(startS, startS + Math.max(1, longestSeconds), LEFT, width - RIGHT_MARGIN);
    for (RepLine line : set.reps()) {
      rep(d, x, line);
    }
    axes(d, x, set);
    rejected(d, x, set.set().rejected());
    gaps(d, x, set.set().trace());
    TraceLine.of(set.set().trace(), x, y, false).forEach(points -> d.polyline(points, Ink.CALM, 1.5, false));
    TraceLine.of(set.set().trace(), x, y, true).forEach(points -> d.polyline(points, Ink.TEXT, 1.25, true));
    set.reps().forEach(line -> onset(d, x, line));
    d.close();
  }

  private void rep(Drawing d, Scale x, RepLine line) {
    double from = x.at(line.rep().startNanos() * 1e-9);
    double to = x.at(line.rep().endNanos() * 1e-9);
    d.rect(from, TOP, to - from, BOTTOM - TOP, Ink.SHADE);
    RepMark.bar(d, line.state(), (from + to) / 2 - 9, 18, 7, 14);
    d.text((from + to) / 2 + 2, 18, Integer.toString(line.rep().index()), Ink.TEXT, "start");
  }

  private void axes(Drawing d, Scale x, SetReport set) {
    for (double tick : y.ticks(4)) {
      d.line(LEFT, y.at(tick), width - RIGHT_MARGIN, y.at(tick), Ink.GRID, 0.75);
      d.text(LEFT - 5, y.at(tick) + 4, Figures.fixed(tick, 0) + "\u00b0", Ink.QUIET, "end");
    }
    double endS = set.set().endNanos() * 1e-9;
    for (double tick : x.ticks(width > 600 ? 10 : 4)) {
      if (tick <= endS && x.at(tick) < width - 76) {
        d.line(x.at(tick), BOTTOM, x.at(tick), BOTTOM + 4, Ink.QUIET, 1);
        d.text(x.at(tick), BOTTOM + 17, Figures.fixed(tick, 0), Ink.QUIET, "middle");
      }
    }
    d.text(width - RIGHT_MARGIN, BOTTOM + 17, "seconds", Ink.QUIET, "end");
  }

  private void rejected(Drawing d, Scale x, List<RejectedCandidate> candidates) {
    for (int i = 0; i < candidates.size(); i++) {
      RejectedCandidate candidate = candidates.get(i);
      double from = x.at(candidate.startNanos() * 1e-9);
      double to = x.at(candidate.endNanos() * 1e-9);
      d.frame(from, TOP, to - from, BOTTOM - TOP, Ink.UNSURE);
      d.bold((from + to) / 2, 18, Wording.letter(i), Ink.QUIET, "middle");
    }
  }

  private void gaps(Drawing d, Scale x, AngleTrace trace) {
    for (TraceLine.Break hole : TraceLine.breaks(trace)) {
      if (hole.seconds() >= LABELLED_GAP_S) {
        double from = x.at(hole.fromSeconds());
        double to = x.at(hole.toSeconds());
        RepMark.hatched(d, from, TOP, to - from, BOTTOM - TOP);
        d.text((from + to) / 2, BOTTOM + 29, "gap " + Figures.fixed(hole.seconds(), 1) + " s", Ink.TEXT, "middle");
      }
    }
  }

  private void onset(Drawing d, Scale x, RepLine line) {
    OptionalDouble angle = line.rep().metrics().get(Metric.INCLINATION_AT_ONSET_DEG);
    if (angle.isPresent() && !line.rep().quality().contains(RepQuality.GAP)) {
      d.dot(x.at(line.rep().ascentOnsetNanos() * 1e-9), y.at(angle.getAsDouble()), 3.5, Ink.TEXT);
    }
  }
}
