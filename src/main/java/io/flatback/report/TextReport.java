package io.flatback.report;

import io.flatback.form.Warning;
import io.flatback.lift.RejectedCandidate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The report for a terminal: 80 columns, and colour only when it is asked for. */
public final class TextReport {
  private final ReportModel model;
  private final TextPage page;

  private TextReport(ReportModel model, boolean colour) {
    this.model = model;
    this.page = new TextPage(colour);
  }

  /** Without colour, for pipes and files. */
  public static String render(ReportModel model) {
    return render(model, false);
  }

  /** @param colour whether whoever reads it is a terminal that shows ANSI colours */
  public static String render(ReportModel model, boolean colour) {
    return new TextReport(model, colour).write();
  }

  private String write() {
    page.dim(String.join(" \u00b7 ", Heading.parts(model)));
    page.blank();
    page.strong(model.headline().sentence());
    model.headline().more().forEach(page::paragraph);
    strip();
    numbers();
    model.sets().forEach(this::set);
    background();
    return page.toString();
  }

  private void strip() {
    if (model.repCount() == 0) {
      return;
    }
    page.blank();
    for (SetReport set : model.sets()) {
      if (!set.reps().isEmpty()) {
        page.strip(SetTitle.brief(set.set()), set.reps().stream().map(RepLine::state).toList());
      }
    }
    page.table("o held   v watch   ^ warn   ~ not judged");
  }

  private void numbers() {
    page.blank();
    for (KeyNumber number : model.keyNumbers()) {
      String value = number.value() == null ? "not measurable" : number.value();
      String plusMinus = number.plusMinus() == null ? "" : " " + number.plusMinus();
      page.row(number.label(), value + plusMinus);
      page.indented(number.note());
    }
  }

  private void set(SetReport set) {
    page.heading(SetTitle.full(set.set()) + (set.set().exerciseGuessed() ? " (exercise guessed)" : ""));
    page.paragraph(set.summary());
    SummarySentences.of(set).forEach(page::paragraph);
    if (!set.reps().isEmpty()) {
      new TextTable(page, set, RepColumns.ofText(model.result().mode())).write();
    }
    set.set().warnings().forEach(this::warning);
    rejected(set.set().rejected());
    set.set().drift().stream()
        .filter(drift -> drift.beyondNoise() && RepColumns.isShown(drift.metric()))
        .forEach(drift -> page.item("Trend: " + DriftSentence.of(drift) + "."));
  }

  private void warning(Warning warning) {
    page.finding(warning.level(), Wording.of(warning.level()) + ", rep " + warning.rep() + ": " + warning.text());
    page.indented(FindingNumbers.of(warning) + " Source: " + warning.evidence() + ".");
  }

  private void rejected(List<RejectedCandidate> candidates) {
    for (RejectedCandidate candidate : candidates) {
      page.item(
          "Not counted, " + Figures.seconds(candidate.startNanos()) + " to " + Figures.seconds(candidate.endNanos())
              + " s: " + Wording.of(candidate.reason()));
    }
  }

  private void background() {
    list("Since last time", since());
    list("Between sets", BetweenSentence.all(model));
    list(
        "Could not be measured",
        model.notMeasured().stream().map(missing -> missing.what() + ": " + missing.reason()).toList());
    list("Notes", model.result().notes());
    list("The record", RecordLines.of(model.result()));
    list("How it was measured", Method.of(model));
    list("Evidence", model.sources().stream().map(TextReport::source).toList());
    page.blank();
    page.dim("Written by flatback " + model.context().version());
  }

  private List<String> since() {
    List<String> lines = new ArrayList<>(model.sinceLastTime().stream().map(SinceWords::of).toList());
    if (!lines.isEmpty()) {
      lines.add(SinceWords.CAVEAT);
    }
    return lines;
  }

  private static String source(CitedSource source) {
    String link = source.link() == null ? "" : " " + source.link();
    return "[" + source.key() + "] " + source.citation() + link;
  }

  private void list(String title, List<String> lines) {
    if (!lines.isEmpty()) {
      page.heading(title);
      lines.forEach(page::item);
    }
  }

  /** The signs of a strip, as in the key. */
  static String signs(List<RepState> states) {
    return states.stream().map(TextReport::sign).collect(Collectors.joining(" "));
  }

  static String sign(RepState state) {
    return switch (state) {
      case HELD -> "o";
      case WATCH -> "v";
      case WARN -> "^";
      case UNSURE -> "~";
    };
  }
}
