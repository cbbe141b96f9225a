package io.flatback.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flatback.form.AthleteHistory;
import io.flatback.recording.RecordingReader;
import io.flatback.session.Pipeline;
import io.flatback.session.SessionEvent;
import io.flatback.session.SessionSettings;
import io.flatback.sim.Scenarios;
import io.flatback.sim.SimulatedRecording;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** From the sample that ends a set, through the pipeline and the stream, to whoever looks. */
class SummaryBetweenSetsTest {
  private static final Duration PROMISED = Duration.ofSeconds(1);

  @TempDir Path directory;

  @Test
  void isWithTheListenerWithinASecondOfTheSetsEndAndGrowsWithEveryRep() throws Exception {
    try (Service service = Service.open(directory);
        Listener listener = new Listener(service.server.port(), "/api/v1/live", null)) {
      await().untilAsserted(() -> assertThat(listener.heard("snapshot")).hasSize(1));
      List<Duration> waited = lift(service, listener);

      assertThat(waited).hasSize(2).allSatisfy(wait -> assertThat(wait).isLessThan(PROMISED));
      List<Listener.Heard> soFar = listener.heard("set_summary");
      assertThat(soFar).hasSize(10);
      assertThat(soFar.get(7).data().path("detail").path("is_final").asBoolean()).isFalse();
      assertThat(soFar.get(7).data().path("detail").path("reps").asInt()).isEqualTo(3);
      JsonNode first = listener.heard("set_ended").get(0).data().path("detail").path("set_summary");
      JsonNode second = listener.heard("set_ended").get(1).data().path("detail").path("set_summary");
      assertThat(first.path("is_final").asBoolean()).isTrue();
      assertThat(first.path("reps").asInt()).isEqualTo(5);
      assertThat(first.path("slow_down").path("last_rep").asInt()).isEqualTo(5);
      assertThat(first.path("set_before").isNull()).isTrue();
      assertThat(second.path("set_before").path("set").asInt()).isEqualTo(1);
      assertThat(second.path("set_before").path("start_longer_ratio").path("plus_minus").asDouble()).isPositive();
      assertThat(second.path("last_time").isNull()).isTrue();
      assertThat(second.path("pattern").path("kind").asString()).isEqualTo("not_enough");
    }
  }

  /** @return from each sample that ended a set to its summary being heard */
  private static List<Duration> lift(Service service, Listener listener) throws Exception {
    SimulatedRecording recording = new SimulatedRecording(Scenarios.of("sits-between-sets"), 4);
    SessionSettings settings = new SessionSettings("deadlift", 100.0, AthleteHistory.NONE, List.of());
    Pipeline pipeline = new Pipeline(settings);
    List<Duration> waited = new ArrayList<>();
    try (RecordingReader reader = recording.open()) {
      while (reader.next()) {
        long fed = System.nanoTime();
        publish(service, listener, pipeline.update(reader.placement(), reader.event()), fed, waited);
      }
    }
    publish(service, listener, pipeline.finish(), System.nanoTime(), waited);
    return waited;
  }

  private static void publish(
      Service service, Listener listener, List<SessionEvent> events, long fedNanos, List<Duration> waited) {
    for (SessionEvent event : events) {
      if (event instanceof SessionEvent.PostureSampled) {
        continue;
      }
      service.hub.happened(service.live.platformId, null, event);
      if (event instanceof SessionEvent.SetEnded) {
        int ended = waited.size() + 1;
        await()
            .pollInterval(Duration.ofMillis(2))
            .atMost(Duration.ofSeconds(10))
            .until(() -> listener.heard("set_ended").size() == ended);
        waited.add(Duration.ofNanos(System.nanoTime() - fedNanos));
      }
    }
  }
}
