package io.flatback.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The data of live events, field by field as docs/api.md lists them. */
sealed interface LivePayload {
  /** Name of the event in the stream. */
  String event();

  /** On the platform's own time line. */
  double tS();

  record Sensor(
      String platform,
      double tS,
      Instant at,
      String sensor,
      String placement,
      String state,
      String reason,
      String device,
      @Nullable Double rateHz,
      @Nullable Double jitterMs,
      @Nullable Double lossRatio,
      @Nullable Double roundTripMs,
      @Nullable Double clockAheadMs,
      @Nullable Double clockDriftPpm,
      @Nullable Integer batteryPercent,
      @Nullable Integer signalDbm)
      implements LivePayload {
    @Override
    public String event() {
      return "sensor";
    }
  }

  record Posture(
      String platform,
      double tS,
      Instant at,
      @Nullable Double inclinationDeg,
      @Nullable Double inclinationSigmaDeg,
      @Nullable Double lateralTiltDeg,
      @Nullable Double lumbarFlexionDeg,
      String phase,
      @Nullable Double confidence)
      implements LivePayload {
    @Override
    public String event() {
      return "sample";
    }
  }

  record Calibration(
      String platform, double tS, Instant at, String placement, @Nullable Double confidence, boolean followsBack)
      implements LivePayload {
    @Override
    public String event() {
      return "calibration";
    }
  }

  /**
   * A guided calibration moves on.
   *
   * @param hinge the one to do now, from 1; null in other steps
   * @param text what to do, or what became of it
   */
  record Guided(
      String platform,
      double tS,
      Instant at,
      String step,
      @Nullable Integer secondsLeft,
      @Nullable Integer hinge,
      String text,
      @Nullable String reason)
      implements LivePayload {
    @Override
    public String event() {
      return "calibration";
    }
  }

  record SetBegan(
      String platform,
      double tS,
      Instant at,
      @Nullable String session,
      int set,
      String exercise,
      boolean exerciseGuessed)
      implements LivePayload {
    @Override
    public String event() {
      return "set_started";
    }
  }

  record RepBegan(String platform, double tS, Instant at, @Nullable String session, int set, int rep)
      implements LivePayload {
    @Override
    public String event() {
      return "rep_started";
    }
  }

  record RepSeen(
      String platform, double tS, Instant at, @Nullable String session, int set, int rep, JsonNode detail)
      implements LivePayload {
    @Override
    public String event() {
      return "rep_provisional";
    }
  }

  record RepDone(
      String platform, double tS, Instant at, @Nullable String session, int set, int rep, JsonNode detail)
      implements LivePayload {
    @Override
    public String event() {
      return "rep_completed";
    }
  }

  /** @param rep null for a movement that never had a number */
  record RepTakenBack(
      String platform, double tS, Instant at, @Nullable String session, int set, @Nullable Integer rep, JsonNode detail)
      implements LivePayload {
    @Override
    public String event() {
      return "rep_withdrawn";
    }
  }

  /** @param detail the report's list of bands */
  record Bands(String platform, double tS, Instant at, @Nullable String session, int set, JsonNode detail)
      implements LivePayload {
    @Override
    public String event() {
      return "bands";
    }
  }

  record Raised(String platform, double tS, Instant at, @Nullable String session, int set, int rep, JsonNode detail)
      implements LivePayload {
    @Override
    public String event() {
      return "warning";
    }
  }

  /** @param detail the report's {@code set_summary}, of the set that goes on */
  record Summarised(String platform, double tS, Instant at, @Nullable String session, int set, JsonNode detail)
      implements LivePayload {
    @Override
    public String event() {
      return "set_summary";
    }
  }

  record SetOver(String platform, double tS, Instant at, @Nullable String session, int set, JsonNode detail)
      implements LivePayload {
    @Override
    public String event() {
      return "set_ended";
    }
  }

  /** @param reason why it began or ended */
  record SessionChanged(String platform, double tS, Instant at, SessionJson session, String reason)
      implements LivePayload {
    @Override
    public String event() {
      return "session";
    }
  }

  record PlatformChanged(String platform, double tS, Instant at, PlatformJson detail) implements LivePayload {
    @Override
    public String event() {
      return "platform";
    }
  }
}
