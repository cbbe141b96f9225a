package io.flatback.web;

import io.flatback.session.SessionEvent.SensorStatus;
import io.flatback.store.Athlete;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A live platform at one moment.
 *
 * @param exercise for the sessions and sets to come; null: guess it
 * @param loadKg for the sessions and sets to come; null when nobody said
 * @param sessionId of the active session
 * @param trouble what keeps it from working as it should; null while all is well
 */
public record PlatformView(
    String id,
    String name,
    boolean twoSensors,
    @Nullable Athlete athlete,
    @Nullable String exercise,
    @Nullable Double loadKg,
    @Nullable String sessionId,
    List<SensorStatus> sensors,
    @Nullable Trouble trouble) {

  public PlatformView {
    sensors = List.copyOf(sensors);
  }

  /** What is wrong, what to do about it, and since when. */
  public record Trouble(Kind kind, String text, String remedy, Instant since) {

    /** What it is that fails. */
    public enum Kind {
      DISK,
      PIPELINE;

      String key() {
        return name().toLowerCase(Locale.ROOT);
      }
    }
  }
}
