package io.flatback.evaluate;

import static io.flatback.evaluate.Figures.NONE;

import io.flatback.evaluate.CaseResult.Kind;
import java.util.ArrayList;
import java.util.List;

/** What was found in each recording. */
final class RecordingTables {
  private static final int NAME_LENGTH = 30;
  private static final List<String> MOVEMENTS =
      List.of("forward_bend", "side_bend_right", "side_bend_left", "turn_right", "turn_left");

  private final Kind kind;
  private final List<CaseResult> cases;

  RecordingTables(EvaluationReport report, Kind kind) {
    this.kind = kind;
    cases = report.cases().stream().filter(c -> c.kind() == kind).toList();
  }

  Table orientation() {
    List<List<String>> rows = new ArrayList<>();
    for (CaseResult c : cases) {
      if (!c.orientation().isEmpty()) {
        Double reference = Bars.REFERENCE_DEG.get(c.name());
        rows.add(
            List.of(
                c.name(),
                Figures.thousandths(c.orientation().rmseDeg()) + "°",
                Figures.degrees(c.orientation().worstDeg()),
                reference == null ? NONE : Figures.thousandths(reference) + "°"));
      }
    }
    return new Table(
        kind.title() + ": direction of up",
        "Angle between found and true up while moving. Reference: the VQF implementation of its authors.",
        List.of("recording", "RMSE", "worst", "reference RMSE"),
        rows);
  }

  Table recordings() {
    List<List<String>> rows = new ArrayList<>();
    for (CaseResult c : cases) {
      if (c.orientation().isEmpty()) {
        rows.add(recording(c));
      }
    }
    return new Table(
        kind.title() + ": reps and angles",
        "Reps found/true in the report and live. Angles: RMSE, and worst error at a rep's peak. Turned: see the bars.",
        List.of(
            "recording", "reps", "live", "F1", "follows", "incl.", "peak", "flexion", "peak", "turned: reps", "angle"),
        rows);
  }

  private static List<String> recording(CaseResult c) {
    LiftResult lift = c.lift();
    return List.of(
        shorten(c.name()),
        lift.counts().map(Figures::counts).orElse(NONE),
        lift.liveCounts().map(Figures::counts).orElse(NONE),
        lift.counts().map(counts -> Figures.ratio(counts.f1())).orElse(NONE),
        c.followsBackRight().map(right -> right ? "right" : "WRONG").orElse(NONE),
        Figures.degrees(lift.inclination().rmseDeg()),
        Figures.degrees(lift.inclination().peaksDeg().worst()),
        Figures.degrees(lift.flexion().rmseDeg()),
        Figures.degrees(lift.flexion().peaksDeg().worst()),
        c.remounting().otherCounts() == 0 ? "same" : c.remounting().otherCounts() + " differ",
        Figures.degrees(c.remounting().worstDeg()));
  }

  Table movements() {
    List<List<String>> rows = new ArrayList<>();
    for (CaseResult c : cases) {
      c.movements()
          .ifPresent(
              m -> {
                List<String> row = new ArrayList<>(List.of(c.name()));
                MOVEMENTS.forEach(kindOf -> row.add(ofExpected(m.score(), kindOf)));
                row.add(m.signsRight() ? "right" : "WRONG");
                rows.add(row);
              });
    }
    List<String> header = new ArrayList<>(List.of("recording"));
    MOVEMENTS.forEach(kindOf -> header.add(kindOf.replace('_', ' ')));
    header.add("signs");
    return new Table(kind.title() + ": bends and turns of seated trunks", "Found/true.", header, rows);
  }

  private static String ofExpected(MovementScore score, String kind) {
    return score.found().getOrDefault(kind, 0) + "/" + score.expected().getOrDefault(kind, 0);
  }

  static String shorten(String name) {
    return name.length() <= NAME_LENGTH ? name : name.substring(0, NAME_LENGTH - 1) + "…";
  }
}
