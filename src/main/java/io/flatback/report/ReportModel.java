package io.flatback.report;

import io.flatback.form.summary.EarlierDays;
import io.flatback.session.SessionResult;
import io.flatback.session.compare.ComparedRecord;
import io.flatback.session.compare.SetComparison;
import java.util.List;

/**
 * All that a report tells, decided once; the renderers only choose how to show it.
 *
 * <p>In: the plain facts of a session. Out: a value that never changes; the same facts give the same model.
 *
 * @param keyNumbers exactly three
 * @param betweenSets later sets against the first of the same exercise and load
 * @param acrossSets trends over sets of one exercise and load
 * @param sinceLastTime each set against the same set last time; empty for a record by itself
 * @param betweenSessions each exercise over the last sessions; empty for a record by itself
 * @param notMeasured what could not be had, and why
 * @param sources what the warnings and the bands rest on, each once
 */
public record ReportModel(
    SessionResult result,
    ReportContext context,
    Headline headline,
    List<KeyNumber> keyNumbers,
    List<SetReport> sets,
    List<BetweenSets> betweenSets,
    List<AcrossSets> acrossSets,
    List<SetComparison> sinceLastTime,
    List<BetweenSessions> betweenSessions,
    List<NotMeasured> notMeasured,
    List<CitedSource> sources) {

  public ReportModel {
    keyNumbers = List.copyOf(keyNumbers);
    sets = List.copyOf(sets);
    betweenSets = List.copyOf(betweenSets);
    acrossSets = List.copyOf(acrossSets);
    sinceLastTime = List.copyOf(sinceLastTime);
    betweenSessions = List.copyOf(betweenSessions);
    notMeasured = List.copyOf(notMeasured);
    sources = List.copyOf(sources);
  }

  /** Of a record by itself. */
  public static ReportModel of(SessionResult result, ReportContext context) {
    return of(result, context, List.of());
  }

  /** @param earlier sessions of the same wearer, newest first */
  public static ReportModel of(SessionResult result, ReportContext context, List<ComparedRecord> earlier) {
    ComparedRecord now =
        new ComparedRecord(context.sessionId() == null ? "" : context.sessionId(), context.startedAt(), result);
    List<SetReport> sets = SetReport.allOf(result, new EarlierDays(earlier.stream().map(ComparedRecord::facts).toList()));
    return new ReportModel(
        result,
        context,
        new HeadlineWriter(result, sets).write(),
        new KeyNumbers(result, sets).all(),
        sets,
        BetweenSets.of(sets, result),
        AcrossSets.of(sets, result),
        SinceLastTime.of(now, earlier),
        BetweenSessions.of(now, earlier),
        NotMeasured.of(result),
        Sources.of(result, sets));
  }

  int repCount() {
    return sets.stream().mapToInt(set -> set.reps().size()).sum();
  }
}
