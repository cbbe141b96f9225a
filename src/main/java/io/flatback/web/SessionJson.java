package io.flatback.web;

import io.flatback.store.TrainingSession;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A session as the interface shows it. */
record SessionJson(
    String id,
    PersonJson athlete,
    @Nullable String platform,
    String state,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable String endReason,
    @Nullable String exercise,
    @Nullable Double loadKg,
    int sets,
    int reps,
    int warnings) {

  static SessionJson of(TrainingSession session, String athleteName) {
    TrainingSession.EndReason reason = session.endReason();
    return new SessionJson(
        session.id(),
        new PersonJson(session.athleteId(), athleteName),
        session.platformId(),
        session.state().key(),
        session.startedAt(),
        session.endedAt(),
        reason == null ? null : reason.name().toLowerCase(Locale.ROOT),
        session.exercise(),
        session.loadKg(),
        session.sets(),
        session.reps(),
        session.warnings());
  }
}
