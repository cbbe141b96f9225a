package io.flatback.report;

import io.flatback.session.AngleTrace;
import java.util.ArrayList;
import java.util.List;

/** Cuts a trace where nothing is known and thins what is left to what can be drawn. */
final class TraceLine {
  /** A stretch without a value. */
  record Break(double fromSeconds, double toSeconds) {
    double seconds() {
      return toSeconds - fromSeconds;
    }
  }

  private final List<String> lines = new ArrayList<>();
  private final StringBuilder points = new StringBuilder();
  private long column = Long.MIN_VALUE;
  private double lowX;
  private double lowY;
  private double highX;
  private double highY;

  private TraceLine() {}

  /** One list of SVG points for each stretch without a break; what lies outside the axis is left out. */
  static List<String> of(AngleTrace trace, Scale x, Scale y, boolean flexion) {
    TraceLine line = new TraceLine();
    for (int i = 0; i < trace.size(); i++) {
      float angle = flexion ? trace.lumbarFlexionDeg(i) : trace.inclinationDeg(i);
      double seconds = trace.timeNanos(i) * 1e-9;
      if (Float.isFinite(angle) && seconds >= x.low() && seconds <= x.high()) {
        line.add(x.at(seconds), y.at(angle));
      } else {
        line.cut();
      }
    }
    line.cut();
    return line.lines;
  }

  static boolean hasAngles(AngleTrace trace) {
    for (int i = 0; i < trace.size(); i++) {
      if (Float.isFinite(trace.inclinationDeg(i))) {
        return true;
      }
    }
    return false;
  }

  static List<Break> breaks(AngleTrace trace) {
    List<Break> breaks = new ArrayList<>();
    int from = -1;
    for (int i = 0; i <= trace.size(); i++) {
      boolean missing = i < trace.size() && !Float.isFinite(trace.inclinationDeg(i));
      if (missing && from < 0) {
        from = i;
      } else if (!missing && from >= 0) {
        int to = Math.min(i, trace.size() - 1);
        breaks.add(new Break(trace.timeNanos(from) * 1e-9, trace.timeNanos(to) * 1e-9));
        from = -1;
      }
    }
    return breaks;
  }

  private void add(double px, double py) {
    long here = Math.round(px);
    if (here != column) {
      flush();
      column = here;
      lowX = px;
      lowY = py;
      highX = px;
      highY = py;
    } else if (py < lowY) {
      lowX = px;
      lowY = py;
    } else if (py > highY) {
      highX = px;
      highY = py;
    }
  }

  private void flush() {
    if (column == Long.MIN_VALUE) {
      return;
    }
    if (lowX <= highX) {
      point(lowX, lowY);
    }
    if (lowX != highX || lowY != highY) {
      point(highX, highY);
    }
    if (lowX > highX) {
      point(lowX, lowY);
    }
  }

  private void point(double px, double py) {
    points.append(points.isEmpty() ? "" : " ").append(Drawing.n(px)).append(',').append(Drawing.n(py));
  }

  private void cut() {
    flush();
    column = Long.MIN_VALUE;
    if (!points.isEmpty()) {
      lines.add(points.toString());
      points.setLength(0);
    }
  }
}
