package io.flatback.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What is seen without scrolling: the sentence, every rep as a mark, three numbers. */
final class HtmlFirstScreen {
  private static final int REPS_A_ROW = 12;
  private static final double PITCH = 24;
  private static final double BAR_WIDTH = 16;
  private static final double BAR_HEIGHT = 36;
  private static final double ROW_HEIGHT = 58;

  private final Markup out;
  private final ReportModel model;

  HtmlFirstScreen(Markup out, ReportModel model) {
    this.out = out;
    this.model = model;
  }

  void write() {
    out.open("header");
    out.element("p", String.join(" \u00b7 ", Heading.parts(model)), "class", "where").line();
    out.open("h1", "class", "tone-" + JsonValues.key(model.headline().tone()));
    out.text(Typography.together(model.headline().sentence())).close().line();
    for (String sentence : model.headline().more()) {
      out.element("p", Typography.together(sentence), "class", "more").line();
    }
    strip();
    numbers();
    out.close().line();
  }

  private void strip() {
    if (model.repCount() == 0) {
      return;
    }
    out.open("div", "class", "strip");
    for (SetReport set : model.sets()) {
      if (!set.reps().isEmpty()) {
        group(set);
      }
    }
    out.close().line();
    key();
  }

  private void group(SetReport set) {
    out.open("a", "href", "#set-" + set.index(), "class", "group");
    out.element("span", SetTitle.brief(set.set()), "class", "group-title");
    int rows = Math.ceilDiv(set.reps().size(), REPS_A_ROW);
    int columns = Math.min(set.reps().size(), REPS_A_ROW);
    Drawing d = Drawing.open(out, columns * PITCH, rows * ROW_HEIGHT, "marks", spoken(set));
    for (int i = 0; i < set.reps().size(); i++) {
      RepLine line = set.reps().get(i);
      double x = i % REPS_A_ROW * PITCH + (PITCH - BAR_WIDTH) / 2;
      int row = i / REPS_A_ROW;
      double bottom = row * ROW_HEIGHT + BAR_HEIGHT + 2;
      RepMark.bar(d, line.state(), x, bottom, BAR_WIDTH, BAR_HEIGHT);
      d.text(x + BAR_WIDTH / 2, bottom + 15, Integer.toString(line.rep().index()), Ink.QUIET, "middle");
    }
    d.close();
    out.close().line();
  }

  private static String spoken(SetReport set) {
    List<String> words = new ArrayList<>();
    set.reps().forEach(line -> words.add("rep " + line.rep().index() + " " + line.state().word()));
    return SetTitle.brief(set.set()) + ": " + String.join(", ", words);
  }

  /** Names the marks that occur, and no others. */
  private void key() {
    Map<RepState, Integer> counts = new EnumMap<>(RepState.class);
    model.sets().forEach(set -> set.reps().forEach(line -> counts.merge(line.state(), 1, Integer::sum)));
    out.open("p", "class", "key");
    counts.forEach(
        (state, count) -> {
          out.open("span", "class", "key-item");
          Drawing d = Drawing.open(out, 10, 18, "key-mark", state.word());
          RepMark.bar(d, state, 0, 18, 10, 18);
          d.close();
          out.text(" " + count + " " + state.word()).close();
        });
    out.close().line();
  }

  private void numbers() {
    out.open("dl", "class", "three");
    for (KeyNumber number : model.keyNumbers()) {
      out.open("div", "class", "number");
      out.element("dt", number.label());
      if (number.value() == null) {
        out.element("dd", "not measurable", "class", "value none");
      } else {
        out.open("dd", "class", "value").text(Typography.together(number.value()));
        if (number.plusMinus() != null) {
          out.element("span", " " + Typography.together(number.plusMinus()), "class", "pm");
        }
        out.close();
      }
      out.element("dd", number.note(), "class", "note").close().line();
    }
    out.close().line();
  }
}
