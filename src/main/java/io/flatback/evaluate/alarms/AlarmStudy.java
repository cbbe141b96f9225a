package io.flatback.evaluate.alarms;

import io.flatback.evaluate.Bar;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The operating characteristics of the alarm rule: limits of the evidence found again, false alarms, power. All
 * processors work; the same number of sets gives the same report anywhere.
 */
public final class AlarmStudy {
  /** What the promised figures are measured with. */
  public static final int FULL_SETS = 1_000_000;
  /** The whole rule takes so much longer than one chart. */
  private static final int CHART_SETS_FOR_EACH_OF_THE_RULE = 50;
  private static final int RULE_SETS_FOR_EACH_SESSION = 50;
  private static final long SEED = 22_11_2026;

  private final int sets;
  private final int ruleSets;

  /** @param sets for each limit; the whole rule is run on a fiftieth of them */
  public AlarmStudy(int sets) {
    this.sets = sets;
    this.ruleSets = Math.max(1, sets / CHART_SETS_FOR_EACH_OF_THE_RULE);
  }

  /** @param progress what is being looked at */
  public AlarmReport run(Consumer<String> progress) throws IOException {
    Calibration calibration = new Calibration(sets, SEED);
    List<EvidenceLimits.Found> limits = EvidenceLimits.find(calibration, progress);
    List<ChartPower.Power> power = ChartPower.find(calibration, progress);
    progress.accept("shipped limits");
    List<ChartsAlone.Line> alone = ChartsAlone.find(sets, SEED);
    RuleRun rule = new RuleRun(ruleSets, SEED);
    List<FalseAlarms.Line> falseAlarms = FalseAlarms.find(rule, progress);
    RuleRun sessions = new RuleRun(Math.max(1, ruleSets / 4), SEED + 1);
    List<FalseAlarms.Line> falseSessions = FalseAlarms.findSessions(sessions, progress);
    List<RulePower.Line> rulePower = RulePower.find(rule, progress);
    List<PresetAlarms.Line> presets = PresetAlarms.find(rule, progress);
    List<PatternStudy.Line> patterns =
        PatternStudy.find(Math.max(1, ruleSets / RULE_SETS_FOR_EACH_SESSION), SEED + 2, progress);
    List<Bar> bars = new ArrayList<>();
    bars.add(EvidenceLimits.bar(limits, sets));
    bars.add(ChartsAlone.bar(alone));
    bars.addAll(FalseAlarms.bars(falseAlarms, falseSessions));
    bars.addAll(PresetAlarms.bars(presets));
    bars.addAll(ChartPower.bars(power));
    bars.addAll(PatternStudy.bars(patterns));
    return new AlarmReport(
        sets, ruleSets, bars,
        List.of(
            EvidenceLimits.table(limits), ChartPower.table(power), ChartsAlone.table(alone),
            FalseAlarms.table(falseAlarms, ruleSets), FalseAlarms.sessionTable(falseSessions, sessions.lifters()),
            RulePower.table(rulePower), PresetAlarms.table(presets, ruleSets), PatternStudy.table(patterns)));
  }
}
