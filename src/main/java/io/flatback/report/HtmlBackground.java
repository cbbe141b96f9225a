package io.flatback.report;

import java.util.List;

/** What stands behind the findings: comparison of sets, what is missing, the record, the method, sources. */
final class HtmlBackground {
  private final Markup out;
  private final ReportModel model;

  HtmlBackground(Markup out, ReportModel model) {
    this.out = out;
    this.model = model;
  }

  void write() {
    betweenSets();
    notMeasured();
    list("Notes", model.result().notes());
    record();
    list("How it was measured", Method.of(model));
    sources();
    out.element(
        "footer", "Written by flatback " + model.context().version() + ". It shows change against your own first reps;"
            + " it is not a medical device.");
  }

  private void betweenSets() {
    if (model.betweenSets().isEmpty()) {
      return;
    }
    out.open("section").element("h2", "Between sets").open("ul").line();
    BetweenSentence.all(model).forEach(line -> out.element("li", Typography.together(line)).line());
    out.close();
    out.element("p", BetweenSentence.CAVEAT, "class", "numbers").close().line();
  }

  private void notMeasured() {
    if (model.notMeasured().isEmpty()) {
      return;
    }
    out.open("section").element("h2", "What could not be measured").open("dl", "class", "missing-list").line();
    for (NotMeasured missing : model.notMeasured()) {
      out.element("dt", missing.what()).element("dd", missing.reason()).line();
    }
    out.close().close().line();
  }

  private void list(String title, List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    out.open("section").element("h2", title).open("ul").line();
    lines.forEach(line -> out.element("li", Typography.together(line)).line());
    out.close().close().line();
  }

  private void record() {
    out.open("section").element("h2", "The record").open("ul").line();
    RecordLines.of(model.result()).forEach(line -> out.element("li", Typography.together(line)).line());
    out.close().close().line();
  }

  private void sources() {
    if (model.sources().isEmpty()) {
      return;
    }
    out.open("section").element("h2", "Evidence").open("ul", "class", "sources").line();
    for (CitedSource source : model.sources()) {
      out.open("li");
      HtmlFindings.citation(out, source);
      out.close().line();
    }
    out.close().close().line();
  }
}
