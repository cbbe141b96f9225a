package io.flatback.store;

import io.flatback.form.AthleteHistory;
import io.flatback.form.AthleteHistory.PooledSigma;
import io.flatback.lift.Metric;
import io.flatback.lift.RepMetrics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an athlete's ended sessions teach about rep-to-rep noise. */
public final class HistoryStore {
  /** Noise of years ago says little about today. */
  private static final int RECENT_SESSIONS = 50;

  private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

  private final Sqlite sqlite;

  HistoryStore(Sqlite sqlite) {
    this.sqlite = sqlite;
  }

  private record CleanRep(String set, RepMetrics metrics) {}

  /**
   * The spread of each metric within sets, pooled over the sets of the last {@value #RECENT_SESSIONS} ended
   * sessions. Only clean reps that raised no warning count. Velocity loss is a ratio of durations, so its
   * spread is that of the logarithm of the concentric duration, which is the coefficient of variation.
   *
   * @param exercise name of a profile
   */
  public AthleteHistory of(String athleteId, String exercise) {
    return before(END_OF_TIME, athleteId, exercise);
  }

  /** As known when a session started: later ones say nothing about it, nor does it about itself. */
  public AthleteHistory before(Instant start, String athleteId, String exercise) {
    Map<String, List<RepMetrics>> sets = new LinkedHashMap<>();
    for (CleanRep rep : cleanReps(start, athleteId, exercise)) {
      sets.computeIfAbsent(rep.set(), set -> new ArrayList<>()).add(rep.metrics());
    }
    Map<Metric, PooledSigma> sigmas = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      WithinSetSpread spread = new WithinSetSpread();
      sets.values().forEach(reps -> spread.addSet(values(reps, metric)));
      spread.pooled().ifPresent(sigma -> sigmas.put(metric, sigma));
    }
    return new AthleteHistory(sigmas);
  }

  private static double[] values(List<RepMetrics> reps, Metric metric) {
    if (metric == Metric.VELOCITY_LOSS_BY_DURATION_RATIO) {
      return reps.stream()
          .mapToDouble(rep -> Math.log(rep.get(Metric.CONCENTRIC_DURATION_S).orElse(Double.NaN)))
          .filter(Double::isFinite)
          .toArray();
    }
    return reps.stream()
        .flatMapToDouble(rep -> rep.get(metric).stream())
        .toArray();
  }

  private List<CleanRep> cleanReps(Instant start, String athleteId, String exercise) {
    return sqlite.read(
        handle ->
            handle
                .select(
                    """
                    SELECT r.session_id || ' ' || r.set_index AS part, r.metrics
                    FROM rep r JOIN work_set w ON w.session_id = r.session_id AND w.set_index = r.set_index
                    WHERE r.session_id IN (
                        SELECT id FROM session WHERE athlete_id = ? AND state = 'ended' AND started_at < ?
                        ORDER BY started_at DESC LIMIT ?)
                      AND w.exercise = ? AND r.quality = '' AND NOT r.provisional
                      AND NOT EXISTS (
                        SELECT 1 FROM warning a WHERE a.session_id = r.session_id AND a.set_index = r.set_index
                          AND a.rep_index = r.rep_index)""",
                    athleteId,
                    Timestamps.text(start),
                    RECENT_SESSIONS,
                    exercise)
                .map(
                    (row, context) ->
                        new CleanRep(row.getString("part"), ResultJson.metrics(row.getString("metrics"))))
                .list());
  }
}
