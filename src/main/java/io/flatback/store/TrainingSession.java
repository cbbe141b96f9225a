package io.flatback.store;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One session as it stands in the list.
 *
 * @param endedAt null while it is active
 * @param endReason null while it is active
 * @param exercise as given; null when it is guessed
 * @param loadKg as given
 * @param analysedAt when the second look was stored; null while only live results are there
 * @param sets how many
 * @param reps how many in all its sets
 * @param warnings how many in all its sets
 */
public record TrainingSession(
    String id,
    String athleteId,
    @Nullable String platformId,
    List<String> sensorIds,
    Instant startedAt,
    @Nullable Instant endedAt,
    State state,
    @Nullable EndReason endReason,
    @Nullable String exercise,
    @Nullable Double loadKg,
    @Nullable Instant analysedAt,
    int sets,
    int reps,
    int warnings) {

  /** Whether it still goes on. */
  public enum State {
    ACTIVE,
    ENDED;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Why it ended. */
  public enum EndReason {
    REQUESTED,
    /** No rep for half an hour. */
    IDLE,
    /** The recording that was played or imported is over. */
    RECORDING_OVER,
    /** The program was stopped. */
    SHUTDOWN,
    /** The program died; found when it started again. */
    INTERRUPTED;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public TrainingSession {
    sensorIds = List.copyOf(sensorIds);
    if ((state == State.ENDED) != (endedAt != null)) {
      throw new IllegalArgumentException("session " + id + " is " + state + " but its end is " + endedAt);
    }
  }
}
