package io.flatback.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flatback.session.LinkFigures;
import io.flatback.session.SessionEvent;
import io.flatback.session.SessionEvent.Phase;
import io.flatback.session.SessionEvent.SensorStatus;
import io.flatback.signal.Placement;
import io.flatback.store.TrainingSession;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class LiveTest {
  private static final long SECOND = 1_000_000_000L;

  @TempDir Path directory;
  private Service service;

  @BeforeEach
  void open() throws IOException {
    service = Service.open(directory);
  }

  @AfterEach
  void close() {
    service.close();
  }

  private Listener listen(@Nullable String lastEventId) throws Exception {
    return new Listener(service.server.port(), "/api/v1/live", lastEventId);
  }

  private void happens(SessionEvent event) {
    service.hub.happened(service.live.platformId, null, event);
  }

  private static SessionEvent sample(long seconds) {
    return new SessionEvent.PostureSampled(seconds * SECOND, 12.345, 0.5, Double.NaN, Double.NaN, Phase.STANDING, 0.9);
  }

  private static SessionEvent rep(int index) {
    return new SessionEvent.RepCompleted((20L + index) * SECOND, 1, Results.rep(index, 10 + 4L * index));
  }

  private static void awaitSize(Listener listener, String name, int size) {
    await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(listener.heard(name)).hasSize(size));
  }

  @Test
  void tellsEveryKindOfEventUnderItsName() throws Exception {
    try (Listener listener = listen(null)) {
      awaitSize(listener, "snapshot", 1);
      happens(new SessionEvent.SensorChanged(0, new SensorStatus("sim:plain", Placement.LUMBAR, SensorStatus.State.DEGRADED, "far", "bench", new LinkFigures(99.5, 1.25, 0.01, 12.5, 3.4, -20, 80, -60))));
      happens(sample(1));
      happens(new SessionEvent.MountingFound(2 * SECOND, Placement.LUMBAR, 0.97, true));
      happens(new SessionEvent.SetStarted(10 * SECOND, 1, "deadlift", true));
      happens(new SessionEvent.RepStarted(10 * SECOND, 1, 1));
      happens(new SessionEvent.RepProvisional(12 * SECOND, 1, Results.rep(1, 10)));
      happens(new SessionEvent.RepCompleted(13 * SECOND, 1, Results.rep(1, 10)));
      happens(new SessionEvent.RepWithdrawn(14 * SECOND, 1, 0, Results.candidate(14)));
      happens(new SessionEvent.WarningRaised(15 * SECOND, 1, Results.warning(3)));
      happens(new SessionEvent.SetEnded(30 * SECOND, Results.set(1, 10)));
      awaitSize(listener, "set_ended", 1);

      assertThat(listener.heard().stream().map(Listener.Heard::name))
          .containsExactly(
              "snapshot", "sensor", "sample", "calibration", "set_started", "rep_started", "rep_provisional",
              "rep_completed", "rep_withdrawn", "warning", "set_ended");
      assertThat(listener.heard("sample").getFirst().id()).isNull();
      assertThat(listener.heard().stream().filter(h -> !h.name().equals("sample"))).allMatch(h -> h.id() != null);
      JsonNode sample = listener.heard("sample").getFirst().data();
      assertThat(sample.path("inclination_deg").asDouble()).isEqualTo(12.34);
      assertThat(sample.path("lateral_tilt_deg").isNull()).isTrue();
      assertThat(sample.path("t_s").asDouble()).isEqualTo(1.0);
      assertThat(sample.path("platform").asString()).isEqualTo(service.live.platformId);
      JsonNode rep = listener.heard("rep_completed").getFirst().data();
      assertThat(rep.path("detail").path("metrics").path("concentric_duration_s").asDouble()).isEqualTo(0.75);
      assertThat(rep.path("detail").path("start_s").asDouble()).isEqualTo(10.0);
      assertThat(listener.heard("rep_withdrawn").getFirst().data().path("rep").isNull()).isTrue();
      assertThat(listener.heard("rep_withdrawn").getFirst().data().path("detail").path("reason").asString()).isEqualTo("no_lockout");
      assertThat(listener.heard("warning").getFirst().data().path("detail").path("level").asString()).isEqualTo("watch");
      assertThat(listener.heard("set_ended").getFirst().data().path("detail").path("reps").size()).isEqualTo(3);
      assertThat(listener.heard("sensor").getFirst().data().path("state").asString()).isEqualTo("degraded");
    }
  }

  @Test
  void aClientThatComesBackMissesNothingButSamples() throws Exception {
    String lastId;
    try (Listener before = listen(null)) {
      awaitSize(before, "snapshot", 1);
      happens(new SessionEvent.SetStarted(10 * SECOND, 1, "deadlift", true));
      happens(rep(1));
      awaitSize(before, "rep_completed", 1);
      lastId = before.lastId();
    }
    happens(rep(2));
    happens(sample(30));
    happens(new SessionEvent.WarningRaised(31 * SECOND, 1, Results.warning(2)));
    try (Listener again = listen(lastId)) {
      happens(rep(3));
      awaitSize(again, "rep_completed", 2);
      assertThat(again.heard().stream().map(Listener.Heard::name)).containsExactly("rep_completed", "warning", "rep_completed");
      assertThat(again.heard("rep_completed").stream().map(h -> h.data().path("rep").asInt())).containsExactly(2, 3);
    }
  }

  @Test
  void alsoWhenTheServiceWasRestartedMeanwhile() throws Exception {
    String lastId;
    try (Listener before = listen(null)) {
      awaitSize(before, "snapshot", 1);
      happens(rep(1));
      awaitSize(before, "rep_completed", 1);
      lastId = before.lastId();
    }
    happens(rep(2));
    service.close();
    service = Service.open(directory.resolve("."));
    try (Listener again = listen(lastId)) {
      awaitSize(again, "rep_completed", 1);
      assertThat(again.heard("snapshot")).isEmpty();
      assertThat(again.heard("rep_completed").getFirst().data().path("rep").asInt()).isEqualTo(2);
    }
  }

  @Test
  void aClientWithAnIdThatWasNeverGivenGetsASnapshot() throws Exception {
    for (String id : List.of("999999999", "-7", "nonsense")) {
      try (Listener listener = listen(id)) {
        awaitSize(listener, "snapshot", 1);
      }
    }
  }

  @Test
  void aPageOpenedInMidSetShowsTheRightStateAtOnce() throws Exception {
    TrainingSession session = startSession();
    service.hub.sessionChanged(0, session, "Ada", "request");
    happens(new SessionEvent.MountingFound(2 * SECOND, Placement.LUMBAR, 0.97, true));
    happens(new SessionEvent.SetEnded(30 * SECOND, Results.set(1, 10)));
    happens(new SessionEvent.SetStarted(40 * SECOND, 2, "squat", false));
    happens(new SessionEvent.RepCompleted(43 * SECOND, 2, Results.rep(1, 40)));
    happens(new SessionEvent.RepProvisional(47 * SECOND, 2, Results.rep(2, 44)));
    happens(new SessionEvent.RepProvisional(51 * SECOND, 2, Results.rep(3, 48)));
    happens(new SessionEvent.RepWithdrawn(52 * SECOND, 2, 3, Results.candidate(48)));
    happens(new SessionEvent.WarningRaised(52 * SECOND, 2, Results.warning(2)));
    happens(new SessionEvent.RepStarted(53 * SECOND, 2, 3));
    Stream.iterate(30L, s -> s <= 53, s -> s + 1).forEach(s -> happens(sample(s)));

    try (Listener listener = listen(null)) {
      awaitSize(listener, "snapshot", 1);
      JsonNode platform = listener.heard("snapshot").getFirst().data().path("platforms").path(0);
      assertThat(platform.path("platform").path("id").asString()).isEqualTo(service.live.platformId);
      assertThat(platform.path("platform").path("session").asString()).isEqualTo(session.id());
      assertThat(platform.path("session").path("athlete").path("name").asString()).isEqualTo("Ada");
      assertThat(platform.path("sets").size()).isEqualTo(1);
      assertThat(platform.path("mounting").path("lumbar").path("confidence").asDouble()).isEqualTo(0.97);
      JsonNode set = platform.path("set");
      assertThat(set.path("set").asInt()).isEqualTo(2);
      assertThat(set.path("exercise").asString()).isEqualTo("squat");
      assertThat(set.path("rep_started").asBoolean()).isTrue();
      assertThat(set.path("reps").size()).isEqualTo(2);
      assertThat(set.path("reps").path(0).path("state").asString()).isEqualTo("completed");
      assertThat(set.path("reps").path(1).path("state").asString()).isEqualTo("provisional");
      assertThat(set.path("rejected").path(0).path("rep").asInt()).isEqualTo(3);
      assertThat(set.path("warnings").size()).isEqualTo(1);
      assertThat(platform.path("samples").path(0).path("t_s").asDouble()).isEqualTo(38.0);
      assertThat(platform.path("samples").size()).isEqualTo(16);
    }
  }

  private TrainingSession startSession() {
    String athlete = service.athlete("Ada");
    return service.live.start(service.live.platformId, new LiveControl.Preparation(athlete, null, null));
  }

  @Test
  void hearsOnePlatformOnlyWhereThatIsAsked() throws Exception {
    try (Listener mine = new Listener(service.server.port(), "/api/v1/live?platform=" + service.live.platformId, null);
        Listener other = new Listener(service.server.port(), "/api/v1/live?platform=other", null)) {
      awaitSize(mine, "snapshot", 1);
      awaitSize(other, "snapshot", 1);
      happens(rep(1));
      awaitSize(mine, "rep_completed", 1);
      assertThat(other.heard()).hasSize(1);
    }
  }

  /** The mistake house.md measured: one client that does not read held up everybody for 30 s. */
  @Test
  void aClientThatNeverReadsHoldsUpNobody() throws Exception {
    try (Socket stalled = new Socket()) {
      stalled.setReceiveBufferSize(4096);
      stalled.connect(new InetSocketAddress("127.0.0.1", service.server.port()));
      Listener.request(stalled, service.server.port(), "/api/v1/live");
      try (Listener reader = listen(null)) {
        awaitSize(reader, "snapshot", 1);
        await().atMost(Duration.ofSeconds(10)).until(() -> service.hub.clientCount() == 2);
        for (int i = 1; i <= 40_000; i++) {
          long before = System.nanoTime();
          happens(sample(i));
          assertThat(System.nanoTime() - before).as("sample %d was held up", i).isLessThan(5 * SECOND);
        }
        happens(rep(1));
        awaitSize(reader, "rep_completed", 1);
        happens(rep(2));
        awaitSize(reader, "rep_completed", 2);
      }
    }
  }

  @Test
  void aClientThatFallsTooFarBehindIsLetGoAndMissesNothingWhenItComesBack() throws Exception {
    int all = 3 * ClientQueue.MAX_EVENTS;
    try (Socket stalled = new Socket()) {
      stalled.setReceiveBufferSize(4096);
      stalled.connect(new InetSocketAddress("127.0.0.1", service.server.port()));
      Listener.request(stalled, service.server.port(), "/api/v1/live");
      await().atMost(Duration.ofSeconds(10)).until(() -> service.hub.clientCount() == 1);
      long firstId = service.database.events().lastId();
      for (int i = 1; i <= all; i++) {
        happens(bulky(i));
      }
      await("let go").atMost(Duration.ofSeconds(10)).until(() -> service.hub.clientCount() == 0);
      try (Listener again = listen(Long.toString(firstId))) {
        awaitSize(again, "sensor", all);
        assertThat(again.heard("snapshot")).isEmpty();
        assertThat(again.heard("sensor").stream().map(h -> h.data().path("battery_percent").asInt()))
            .isEqualTo(IntStream.rangeClosed(1, all).boxed().toList());
      }
    }
  }

  /** More than all buffers between here and there can take. */
  private static SessionEvent bulky(int number) {
    return new SessionEvent.SensorChanged(
        number * SECOND,
        new SensorStatus(
            "sim:plain", Placement.LUMBAR, SensorStatus.State.STREAMING, "x".repeat(5_000), "", new LinkFigures(100, 1, 0, Double.NaN, Double.NaN, Double.NaN, number, null)));
  }

  @Test
  void stopsWithinASecondWhoeverListens() throws Exception {
    try (Listener listener = listen(null);
        Socket stalled = new Socket("127.0.0.1", service.server.port())) {
      Listener.request(stalled, service.server.port(), "/api/v1/live");
      awaitSize(listener, "snapshot", 1);
      for (int i = 1; i <= 20_000; i++) {
        happens(sample(i));
      }
      long begun = System.nanoTime();
      service.server.close();
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
      await().atMost(Duration.ofSeconds(5)).until(listener::ended);
    }
  }
}
