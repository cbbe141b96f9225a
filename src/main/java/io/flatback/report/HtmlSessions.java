package io.flatback.report;

import io.flatback.lift.Metric;
import java.util.OptionalDouble;
import java.util.function.Function;

/** This session beside those before it; nothing where there are none. */
final class HtmlSessions {
  private final Markup out;
  private final ReportModel model;

  HtmlSessions(Markup out, ReportModel model) {
    this.out = out;
    this.model = model;
  }

  void write() {
    if (model.sinceLastTime().isEmpty() && model.betweenSessions().isEmpty()) {
      return;
    }
    out.open("section").element("h2", "Since last time").open("ul").line();
    model.sinceLastTime().forEach(one -> out.element("li", Typography.together(SinceWords.of(one))).line());
    out.close().line();
    model.betweenSessions().forEach(this::sessions);
    out.element("p", SinceWords.CAVEAT, "class", "numbers").close().line();
  }

  private void sessions(BetweenSessions sessions) {
    out.open("div", "class", "metrics sessions");
    chart(sessions, sessions.posture(), SessionPoint::postureDeg, sessions.usualDeg(), "");
    chart(
        sessions, Metric.CONCENTRIC_DURATION_S, SessionPoint::pullSeconds, Double.NaN,
        sessions.loadKg() == null ? "" : " at " + SetTitle.load(sessions.loadKg()));
    out.close();
    table(sessions);
  }

  private void chart(
      BetweenSessions sessions, Metric metric, Function<SessionPoint, OptionalDouble> value, double usual, String at) {
    if (!DayChart.hasTwo(sessions.points(), value)) {
      return;
    }
    String name = MetricView.of(metric).name() + at + ", " + SetTitle.exercise(sessions.exercise());
    out.open("div", "class", "metric").element("h3", name);
    new DayChart(MetricView.of(metric), sessions.points(), value, usual).draw(out, name + " over the last sessions");
    out.close().line();
  }

  private void table(BetweenSessions sessions) {
    MetricView posture = MetricView.of(sessions.posture());
    MetricView pull = MetricView.of(Metric.CONCENTRIC_DURATION_S);
    out.open("div", "class", "scroll").open("table").open("thead").open("tr");
    for (String head : new String[] {"Session", "Reps", posture.column(), pull.column(), "Trend in a set",
        "First rep outside"}) {
      out.element("th", head);
    }
    out.close().close().open("tbody").line();
    for (SessionPoint point : sessions.points()) {
      String which = point.equals(sessions.points().getLast()) ? ", this one" : "";
      out.open("tr").element("th", SinceWords.day(point.startedAt()) + which);
      out.element("td", Integer.toString(point.reps()));
      out.element("td", shown(posture, point.postureDeg()));
      out.element("td", shown(pull, point.pullSeconds()));
      out.element(
          "td", point.driftDeg().isPresent() ? posture.change(point.driftDeg().getAsDouble()) : "none");
      out.element("td", point.firstOutside().isPresent() ? "" + point.firstOutside().getAsInt() : "none");
      out.close().line();
    }
    out.close().close().close().line();
  }

  private static String shown(MetricView view, OptionalDouble value) {
    return value.isPresent() ? view.value(value.getAsDouble()) : "\u2013";
  }
}
