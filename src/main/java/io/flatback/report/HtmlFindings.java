package io.flatback.report;

import io.flatback.form.Drift;
import io.flatback.form.Level;
import io.flatback.form.Warning;
import io.flatback.form.evidence.Threshold;
import io.flatback.lift.RejectedCandidate;
import java.util.List;

/** What was found in a set, what was turned down, and what each rests on. */
final class HtmlFindings {
  private final Markup out;

  HtmlFindings(Markup out) {
    this.out = out;
  }

  void warnings(SetReport set) {
    for (Warning warning : set.set().warnings()) {
      out.open("div", "class", "finding " + warning.level().key());
      Drawing d = Drawing.open(out, 12, 22, "finding-mark", Wording.of(warning.level()));
      RepMark.bar(d, warning.level() == Level.WARN ? RepState.WARN : RepState.WATCH, 0, 22, 12, 22);
      d.close();
      out.open("div");
      out.open("p").element("strong", Wording.of(warning.level()) + ", rep " + warning.rep() + ". ");
      out.text(Typography.together(warning.text())).close();
      out.element("p", Typography.together(FindingNumbers.of(warning)), "class", "numbers");
      source(warning);
      out.close().close().line();
    }
  }

  private void source(Warning warning) {
    out.open("details").open("summary");
    out.element("span", "i", "class", "info").text(" What the limit rests on").close();
    Sources.gate(warning)
        .ifPresent(
            gate -> {
              out.element("p", gate.note());
              out.element("p", "Found in: " + gate.population() + ". " + strength(gate), "class", "numbers");
            });
    out.open("p");
    citation(out, CitedSource.of(warning.evidence()));
    out.close().close();
  }

  private static String strength(Threshold gate) {
    return "Strength of the evidence: " + gate.strength().key() + ".";
  }

  static void citation(Markup out, CitedSource source) {
    out.element("span", "[" + source.key() + "] ", "class", "source-key").text(source.citation());
    if (source.link() != null) {
      out.text(" ").element("a", source.link().replace("https://", ""), "href", source.link(), "rel", "noreferrer");
    }
    if (source.replacedBy() != null) {
      out.text(" To be replaced by: " + source.replacedBy() + ".");
    }
  }

  void rejected(SetReport set) {
    List<RejectedCandidate> rejected = set.set().rejected();
    if (rejected.isEmpty()) {
      return;
    }
    out.open("div", "class", "rejected").element("h3", "Looked at and not counted");
    out.open("ul");
    for (int i = 0; i < rejected.size(); i++) {
      RejectedCandidate candidate = rejected.get(i);
      out.open("li").element("strong", Wording.letter(i) + " ");
      out.text(
          Figures.seconds(candidate.startNanos()) + " to " + Figures.seconds(candidate.endNanos()) + " s: "
              + Wording.of(candidate.reason()));
      out.close();
    }
    out.close().close().line();
  }

  void drift(SetReport set) {
    List<Drift> beyond =
        set.set().drift().stream()
            .filter(drift -> drift.beyondNoise() && RepColumns.isShown(drift.metric()))
            .toList();
    if (beyond.isEmpty()) {
      return;
    }
    out.open("div", "class", "drifts").element("h3", "Trends beyond noise").open("ul");
    beyond.forEach(drift -> out.element("li", Typography.together(DriftSentence.capitalised(drift)) + "."));
    out.close().close().line();
  }
}
