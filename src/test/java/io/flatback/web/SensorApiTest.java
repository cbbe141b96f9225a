package io.flatback.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.signal.Calibration;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Sensors: how they are, what is in reach, what is taken in. */
class SensorApiTest extends ApiBench {
  @Test
  void platformsAndSensorsSayHowTheyAre() throws Exception {
    String athlete = service.athlete("Ada");
    String path = "/api/v1/platforms/" + service.live.platformId;
    JsonNode prepared =
        ok(service.send("PATCH", path, "{\"athlete\": \"" + athlete + "\", \"exercise\": \"deadlift\", \"load_kg\": 80}"), 200);
    assertThat(prepared.path("athlete").path("name").asString()).isEqualTo("Ada");
    JsonNode kept = ok(service.send("PATCH", path, "{\"load_kg\": 90}"), 200);
    assertThat(kept.path("exercise").asString()).isEqualTo("deadlift");
    assertThat(kept.path("load_kg").asDouble()).isEqualTo(90);
    assertThat(ok(service.send("PATCH", path, "{\"athlete\": null}"), 200).path("athlete").isNull()).isTrue();
    assertThat(service.send("PATCH", path, "{\"athlete\": \"none\"}").statusCode()).isEqualTo(404);
    JsonNode sensor = ok(service.get("/api/v1/sensors"), 200).path("items").path(0);
    assertThat(sensor.path("sensor").asString()).isEqualTo("sim:plain");
    assertThat(sensor.path("state").asString()).isEqualTo("streaming");
    assertThat(sensor.path("jitter_ms").isNull()).isTrue();
  }

  @Test
  void listsWhenADeviceWasCalibratedAndDeletesThat() throws Exception {
    JsonNode before = ok(service.get("/api/v1/sensors"), 200).path("items").path(0);
    assertThat(before.path("calibration").isNull()).isTrue();
    String path = "/api/v1/sensors/" + before.path("id").asString() + "/calibration";
    assertThat(service.send("DELETE", path, null).statusCode()).as("none there").isEqualTo(404);

    service.database.sensors().calibrate(service.live.sensorId, Calibration.NONE, 0.0196133);
    JsonNode calibration = ok(service.get("/api/v1/sensors"), 200).path("items").path(0).path("calibration");
    assertThat(calibration.path("residual_mg").asDouble()).isEqualTo(2.0);
    assertThat(Instant.parse(calibration.path("made_at").asString())).isBeforeOrEqualTo(Instant.now());
    service.database.sensors().calibrate(service.live.sensorId, Calibration.NONE, Double.NaN);
    assertThat(ok(service.get("/api/v1/sensors"), 200).path("items").path(0).path("calibration").path("residual_mg").isNull())
        .isTrue();

    assertThat(service.send("DELETE", path, null).statusCode()).isEqualTo(204);
    assertThat(ok(service.get("/api/v1/sensors"), 200).path("items").path(0).path("calibration").isNull()).isTrue();
  }

  @Test
  void metricsSayHowEverySensorIsAndNothingThatIsNotKnown() throws Exception {
    String body = service.get("/api/v1/metrics").body();
    assertThat(body)
        .contains("flatback_sensor_state{placement=\"lumbar\",sensor=\"sim:plain\",state=\"streaming\"} 1.0")
        .contains("flatback_sensor_rate_hertz{placement=\"lumbar\",sensor=\"sim:plain\"} 100.0")
        .contains("flatback_sensor_round_trip_seconds{placement=\"lumbar\",sensor=\"sim:plain\"} 0.0125")
        .contains("flatback_sensor_clock_drift_ratio{placement=\"lumbar\",sensor=\"sim:plain\"} 8.0E-5")
        .doesNotContain("flatback_sensor_jitter_seconds{", "flatback_sensor_battery_ratio{");
  }

  @Test
  void portsInReachAreListedAndAskedOnlyOnRequest() throws Exception {
    JsonNode listed = ok(service.get("/api/v1/sensors-in-reach"), 200).path("items").path(0);
    assertThat(listed.path("sensor").asString()).isEqualTo("serial:/dev/ttyACM0");
    assertThat(listed.path("state").asString()).isEqualTo("not_asked");
    JsonNode asked = ok(service.send("POST", "/api/v1/sensors-in-reach", null), 200).path("items").path(0);
    assertThat(asked.path("state").asString()).isEqualTo("answers");
    assertThat(asked.path("driver").asString()).isEqualTo("flatback");
  }

  @Test
  void aSensorIsTakenInWhereTheBodySaysAndLetGoByItsId() throws Exception {
    String path = "/api/v1/sensors";
    String platform = service.live.platformId;
    HttpResponse<String> taken = service.send("POST", path,
        "{\"sensor\": \"sim:plain\", \"placement\": \"sacrum\", \"platform\": \"" + platform + "\"}");
    assertThat(ok(taken, 201).path("id").asString()).isEqualTo(service.live.sensorId);
    assertThat(taken.headers().firstValue("Location")).contains(path + "/" + service.live.sensorId);
    assertThat(service.live.takenIn).containsExactly("sim:plain SACRUM " + platform);
    for (String body : List.of("{}", "{\"sensor\": \"\"}", "{\"sensor\": \"x\", \"placement\": \"wrist\"}", "{\"sensor\": \"x\", \"path\": 1}")) {
      assertThat(ok(service.send("POST", path, body), 400).path("type").asString()).endsWith("bad_value");
    }
    assertThat(service.live.takenIn).hasSize(1);
    assertThat(service.send("DELETE", path + "/" + service.live.sensorId, null).statusCode()).isEqualTo(204);
    ok(service.send("DELETE", path + "/none", null), 404);
    ok(service.get(path + "/none"), 404);
  }
}
