package io.flatback.evaluate;

import io.flatback.evaluate.CaseResult.Kind;
import io.flatback.sim.Chip;
import io.flatback.sim.Lifters;
import io.flatback.sim.Spread;
import io.flatback.sim.Trait;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** {@code docs/accuracy.md}: the figures, and nothing that differs from one run to the next. */
final class AccuracyPage {
  private AccuracyPage() {}

  static String of(EvaluationReport report, String command) {
    StringBuilder page = new StringBuilder();
    page.append("<!-- Written by `").append(command).append("` and by nothing else. -->\n# Accuracy\n\n");
    page.append("Written by `").append(command).append("` and by nothing else; run it again to check it.\n\n");
    page.append(
        "Real recordings, motion capture and simulation are kept apart, because they prove different things: a real"
            + " set has a sensor on a back but a truth read by eye; a captured one has exact angles but a sensor that"
            + " does not exist; a simulated one has exact everything, but only what somebody thought of.\n\n");
    page.append(EvaluationTables.bars(Bars.of(report)).markdown().replaceFirst("### ", "## "));
    for (Kind kind : Kind.values()) {
      List<Table> tables = new EvaluationTables(report).of(kind);
      if (!tables.isEmpty()) {
        page.append("\n## ").append(kind.title()).append("\n");
        tables.forEach(table -> page.append('\n').append(table.markdown()));
      }
    }
    if (!report.population().isEmpty()) {
      page.append('\n').append(seeds(report)).append('\n').append(who()).append('\n').append(traits());
    }
    return page.toString();
  }

  private static String seeds(EvaluationReport report) {
    List<List<String>> rows =
        report.population().stream()
            .filter(s -> !s.missedSeeds().isEmpty() && s.group() != ScenarioResult.Group.LOOSE)
            .map(s -> List.of(s.scenario(), first(s.missedSeeds())))
            .toList();
    return new Table(
            "Lifters whose count is not exact",
            "`flatback simulate SCENARIO --varied --seed N --out FILE` makes the recording again.",
            List.of("scenario", "seeds"),
            rows)
        .markdown();
  }

  private static String first(List<Long> seeds) {
    int shown = Math.min(20, seeds.size());
    String text = seeds.subList(0, shown).stream().map(String::valueOf).collect(Collectors.joining(", "));
    return seeds.size() > shown ? text + " and " + (seeds.size() - shown) + " more" : text;
  }

  private static String who() {
    String rates =
        Lifters.RATES_HZ.stream().map(hz -> String.valueOf(Math.round(hz))).collect(Collectors.joining(", "));
    String chips = Chip.COMMON.stream().map(Chip::name).collect(Collectors.joining(", "));
    return "### Who the lifters are\n\nEvery seed of every scenario is another person. Rates: "
        + rates
        + " Hz, a third each; one lifter in "
        + Population.ALSO_ONE_IN
        + " is also seen at 25 Hz, and another one without a gyroscope. Chips, a fifth each: "
        + chips
        + "; noise and steps from their data sheets, biases after a zeroing at power-on (own). One lifter in "
        + Lifters.BAD_LINK_ONE_IN
        + " has a link that loses a little.\n";
  }

  private static String traits() {
    List<List<String>> rows =
        Arrays.stream(Trait.values())
            .map(t -> List.of(t.meaning(), t.unit(), Spread.text(t.spread()), t.source()))
            .toList();
    return new Table(
            "In what they differ",
            "Mean ± standard deviation, or median and coefficient of variation, and the bounds.",
            List.of("trait", "unit", "spread", "source"),
            rows)
        .markdown();
  }
}
