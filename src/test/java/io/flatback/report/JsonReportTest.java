package io.flatback.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.lift.Metric;
import io.flatback.session.SessionResult;
import io.flatback.session.SessionResult.Mode;
import io.flatback.session.SessionResult.MountingFacts;
import io.flatback.session.SessionResult.RecordingFacts;
import io.flatback.session.SessionResult.SensorFacts;
import io.flatback.signal.Placement;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class JsonReportTest {
  private static final JsonMapper MAPPER = new JsonMapper();

  private static JsonNode json(SessionResult result) {
    return MAPPER.readTree(JsonReport.render(Sessions.model(result)));
  }

  @Test
  void hasEveryFieldOfTheContractsExampleWithAValueOfItsKind() throws IOException {
    JsonNode example;
    try (InputStream in = JsonReportTest.class.getResourceAsStream("contract-example.json")) {
      example = MAPPER.readTree(in);
    }
    List<String> differences = new ArrayList<>();
    compare("", example, json(Sessions.fatigue()), differences);
    assertThat(differences).isEmpty();
    assertThat(json(Sessions.fatigue()).get("schema")).isEqualTo(example.get("schema"));
    assertThat(json(Sessions.fatigue()).get("generated_by")).isEqualTo(example.get("generated_by"));
  }

  /** A list is compared by its first element, or by the first of ours that has anything in it. */
  private static void compare(String at, JsonNode expected, JsonNode actual, List<String> differences) {
    if (expected.isObject()) {
      expected.propertyNames().forEach(
          name -> {
            if (actual.has(name)) {
              compare(at + "/" + name, expected.get(name), actual.get(name), differences);
            } else {
              differences.add(at + "/" + name + " is missing");
            }
          });
    } else if (expected.isArray()) {
      if (!actual.isArray()) {
        differences.add(at + " is not a list");
      } else if (!expected.isEmpty()) {
        compare(at + "/0", expected.get(0), richest(actual), differences);
      }
    } else if (!expected.isNull() && !actual.isNull() && expected.getNodeType() != actual.getNodeType()) {
      differences.add(at + " is " + actual.getNodeType() + ", expected " + expected.getNodeType());
    }
  }

  private static JsonNode richest(JsonNode list) {
    JsonNode richest = list.get(0);
    for (JsonNode one : list) {
      richest = one.toString().length() > richest.toString().length() ? one : richest;
    }
    return richest;
  }

  @Test
  void givesEveryMetricOfEveryRepAndNullForWhatCannotBeHad() {
    JsonNode metrics = json(Sessions.accelerometerOnly()).at("/sets/0/reps/0/metrics");
    assertThat(metrics.propertyNames())
        .containsExactly(List.of(Metric.values()).stream().map(Metric::key).toArray(String[]::new));
    assertThat(metrics.get("lumbar_flexion_at_onset_deg").isNull()).isTrue();
    assertThat(metrics.get("axial_rotation_deg").isNull()).isTrue();
    assertThat(metrics.get("concentric_duration_s").asDouble()).isEqualTo(0.83);
  }

  @Test
  void roundsAnglesToAHundredthAndTimesToAThousandth() {
    SetBuilder set = new SetBuilder(1, 0.12345).pulls(0.81234).onsets(41.23456);
    JsonNode rep = json(Sessions.oneSensor(12.34567, set.build())).at("/sets/0/reps/0");
    assertThat(rep.at("/metrics/inclination_at_onset_deg").asDouble()).isEqualTo(41.23);
    assertThat(rep.at("/metrics/concentric_duration_s").asDouble()).isEqualTo(0.812);
    assertThat(rep.at("/start_s").asDouble()).isEqualTo(1.123);
  }

  @Test
  void writesNullForARateThatWasNeverMeasured() {
    SessionResult result =
        new SessionResult(
            new RecordingFacts(0, List.of(new SensorFacts(Placement.LUMBAR, Double.NaN, true, 0, 0, 0))),
            Mode.ONE_SENSOR, new MountingFacts(Double.NaN, false, Map.of(), List.of()), List.of(), List.of());
    JsonNode root = json(result);
    assertThat(root.at("/recording/sensors/0/rate_hz").isNull()).isTrue();
    assertThat(root.at("/mounting/confidence").isNull()).isTrue();
  }

  @Test
  void differsOnlyInIdAndTimeOfDayWhereverTheRecordCameFrom() {
    SessionResult result = Sessions.fatigue();
    ReportContext stored =
        new ReportContext("Ben", "another", Instant.parse("2020-01-01T00:00:00Z"), null, "0.1.0");
    ObjectNode one = JsonReport.tree(Sessions.model(result));
    ObjectNode other = JsonReport.tree(ReportModel.of(result, stored));
    assertThat(one).isNotEqualTo(other);
    List.of(one, other).forEach(node -> node.remove(List.of("session_id", "started_at")));
    assertThat(one).isEqualTo(other);
  }

  @Test
  void namesWarningsAndRejectionsByKey() {
    JsonNode set = json(Sessions.fatigue()).at("/sets/2");
    assertThat(set.at("/rejected/0/reason").asString()).isEqualTo("too_small");
    assertThat(set.at("/warnings/0/level").asString()).isEqualTo("watch");
    assertThat(set.at("/warnings/1/metric").asString()).isEqualTo("velocity_loss_by_duration_ratio");
    assertThat(set.at("/first_rep_outside").asInt()).isEqualTo(4);
    assertThat(set.at("/reps/3/state").asString()).isEqualTo("watch");
    assertThat(json(Sessions.twoSensors()).get("mode").asString()).isEqualTo("two_sensors");
  }

  @Test
  void sortsSensorsOfTheMountingByPlacement() {
    assertThat(json(Sessions.twoSensors()).at("/mounting/sensors").propertyNames()).containsExactly("lumbar", "sacrum");
  }
}
