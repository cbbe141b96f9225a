package io.flatback.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flatback.signal.Placement;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionStoreTest {
  @TempDir Path directory;
  private Gym gym;

  @BeforeEach
  void open() {
    gym = Gym.in(directory);
  }

  @AfterEach
  void close() {
    gym.close();
  }

  @Test
  void goesFromActiveToEndedAndStaysAsItEnded() {
    TrainingSession started = gym.start(gym.lumbar);
    assertThat(started.state()).isEqualTo(TrainingSession.State.ACTIVE);
    assertThat(started.startedAt()).isEqualTo(Gym.MORNING);
    assertThat(gym.database.sessions().activeOn(gym.lumbar.id())).contains(started);
    gym.waitSeconds(60);
    TrainingSession ended =
        gym.database.sessions().end(started.id(), TrainingSession.EndReason.IDLE).orElseThrow();
    assertThat(ended.endedAt()).isEqualTo(Gym.MORNING.plusSeconds(60));
    gym.waitSeconds(60);
    assertThat(gym.end(started)).isEqualTo(ended);
    assertThat(gym.database.sessions().activeOn(gym.lumbar.id())).isEmpty();
    assertThat(gym.database.sessions().awaitingAnalysis()).containsExactly(ended);
    assertThat(gym.database.sessions().end("nobody", TrainingSession.EndReason.IDLE)).isEmpty();
  }

  @Test
  void refusesASecondActiveSessionOnASensor() {
    TrainingSession first = gym.start(gym.lumbar);
    assertThatThrownBy(() -> gym.start(gym.lumbar))
        .isInstanceOf(StoreConflictException.class)
        .hasMessageContaining(first.id());
    gym.end(first);
    gym.start(gym.lumbar);
  }

  @Test
  void refusesWhomItDoesNotKnow() {
    assertThatThrownBy(() -> gym.database.sessions().start(NewSession.now("nobody", List.of(gym.lumbar.id()))))
        .isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> gym.database.sessions().start(NewSession.now(gym.athlete.id(), List.of("nothing"))))
        .isInstanceOf(StoreException.class);
    assertThat(gym.database.sessions().active()).isEmpty();
  }

  @Test
  void listsTheNewestFirstPageByPage() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      TrainingSession session = gym.start(gym.lumbar);
      ids.addFirst(session.id());
      gym.waitSeconds(0.5);
      gym.end(session);
    }
    Athlete other = gym.database.athletes().create("Ben");
    gym.database.sessions().start(NewSession.now(other.id(), List.of(gym.lumbar.id())));

    SessionFilter adas = SessionFilter.ofAthlete(gym.athlete.id());
    Paged<TrainingSession> first = gym.database.sessions().list(adas, new Page(0, 3));
    Paged<TrainingSession> last = gym.database.sessions().list(adas, new Page(6, 3));
    assertThat(first.items()).extracting(TrainingSession::id).isEqualTo(ids.subList(0, 3));
    assertThat(first.total()).isEqualTo(7);
    assertThat(first.hasMore()).isTrue();
    assertThat(last.items()).extracting(TrainingSession::id).isEqualTo(ids.subList(6, 7));
    assertThat(last.hasMore()).isFalse();
    SessionFilter active = new SessionFilter(null, TrainingSession.State.ACTIVE);
    assertThat(gym.database.sessions().list(active, Page.FIRST).items())
        .extracting(TrainingSession::athleteId)
        .containsExactly(other.id());
    assertThat(gym.database.sessions().list(SessionFilter.ALL, Page.FIRST).total()).isEqualTo(8);
  }

  @Test
  void keepsWhatIsSaidOfASession() {
    TrainingSession session =
        gym.database
            .sessions()
            .start(
                new NewSession(
                    gym.athlete.id(),
                    null,
                    List.of(gym.lumbar.id()),
                    "deadlift",
                    100.0,
                    Instant.parse("2020-01-01T10:00:00Z")));
    assertThat(session.startedAt()).isEqualTo("2020-01-01T10:00:00Z");
    assertThat(gym.database.sessions().describe(session.id(), "squat", null)).isTrue();
    TrainingSession described = gym.database.sessions().find(session.id()).orElseThrow();
    assertThat(described.exercise()).isEqualTo("squat");
    assertThat(described.loadKg()).isNull();
  }

  @Test
  void findsWhoWearsASensor() {
    SensorStore sensors = gym.database.sensors();
    PlatformStore platforms = gym.database.platforms();
    Athlete ben = gym.database.athletes().create("Ben");
    assertThat(sensors.athleteOf(gym.lumbar.id())).isEmpty();
    sensors.assign(gym.lumbar.id(), gym.athlete.id());
    assertThat(sensors.athleteOf(gym.lumbar.id())).contains(gym.athlete.id());
    Platform platform = platforms.create("Window");
    sensors.place(gym.lumbar.id(), platform.id());
    assertThat(sensors.athleteOf(gym.lumbar.id())).contains(gym.athlete.id());
    platforms.assign(platform.id(), ben.id());
    assertThat(sensors.athleteOf(gym.lumbar.id())).contains(ben.id());
    assertThat(platforms.list()).hasSize(1).first().extracting(Platform::sensorIds).isEqualTo(List.of(gym.lumbar.id()));
    platforms.delete(platform.id());
    assertThat(sensors.find(gym.lumbar.id()).orElseThrow().platformId()).isNull();
  }

  @Test
  void knowsASensorAgainByItsAddress() {
    Sensor again = gym.database.sensors().register("fake:lumbar", Placement.SACRUM, "other");
    assertThat(again.id()).isEqualTo(gym.lumbar.id());
    assertThat(again.placement()).isEqualTo(Placement.SACRUM);
    gym.database.sensors().forget(again.id());
    assertThat(gym.database.sensors().list()).isEmpty();
    gym.database.sensors().register("fake:lumbar", Placement.LUMBAR, "fake");
    assertThat(gym.database.sensors().list()).hasSize(1);
  }

  @Test
  void renamesAthletesAndKeepsTheirSettings() {
    assertThat(gym.database.athletes().rename(gym.athlete.id(), "Ada L.")).isTrue();
    assertThat(gym.database.athletes().saveSettings(gym.athlete.id(), "{\"sound\":true}")).isTrue();
    assertThat(gym.database.athletes().find(gym.athlete.id()))
        .contains(new Athlete(gym.athlete.id(), "Ada L.", Gym.MORNING, "{\"sound\":true}", false));
    assertThatThrownBy(() -> gym.database.athletes().saveSettings(gym.athlete.id(), "{"))
        .isInstanceOf(StoreException.class);
    assertThat(gym.database.athletes().rename("nobody", "x")).isFalse();
  }

  @Test
  void remembersTheLastEventsInTheirOrder() {
    TrainingSession session = gym.start(gym.lumbar);
    EventLog events = gym.database.events();
    assertThat(events.lastId()).isZero();
    long first = events.append(session.id(), "rep_completed", "{\"rep\":1}");
    long second = events.append(null, "sensor", "{}");
    assertThat(events.after(first, 10)).extracting(EventLog.LoggedEvent::id).containsExactly(second);
    assertThat(events.after(0, 1)).extracting(EventLog.LoggedEvent::body).containsExactly("{\"rep\":1}");
    gym.database.sessions().delete(session.id());
    assertThat(events.after(0, 10)).extracting(EventLog.LoggedEvent::name).containsExactly("sensor");
    assertThat(events.lastId()).isEqualTo(second);
  }

  @Test
  void anEventOfADeletedSessionIsNotWrittenAfterwards() {
    TrainingSession session = gym.start(gym.lumbar);
    EventLog events = gym.database.events();
    gym.database.sessions().delete(session.id());
    events.append(session.id(), "rep_completed", "{}");
    long kept = events.append(null, "sensor", "{}");
    assertThat(events.after(0, 10)).extracting(EventLog.LoggedEvent::id).containsExactly(kept);
    assertThat(events.lostUpToId()).isNegative();
  }

  @Test
  void anotherRunGivesNoIdThatThisOneMayHaveGiven() {
    long first = gym.database.events().append(null, "sensor", "{}");
    gym.close();
    gym = Gym.in(directory);
    EventLog events = gym.database.events();
    assertThat(events.lastId()).isEqualTo(first);
    assertThat(events.append(null, "sensor", "{}")).as("some may have been lost unwritten").isGreaterThan(first + 1000);
    assertThat(events.after(first - 1, 10)).hasSize(2);
  }
}
