package io.flatback.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.session.SessionEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasureTest {
  private static final long SECOND = 1_000_000_000L;

  @TempDir Path directory;

  @Test
  void leavesNoByteOfADeletedAthleteInAnyFile() throws IOException {
    try (Gym gym = Gym.in(directory)) {
      Athlete secret = gym.database.athletes().create("Nom de Guerre");
      gym.database.sensors().assign(gym.lumbar.id(), secret.id());
      TrainingSession session =
          gym.database.sessions().start(NewSession.now(secret.id(), List.of(gym.lumbar.id())));
      journal(gym, "RAWMARKER", 300);
      gym.database.results().save(session.id(), new SessionEvent.SetStarted(0, 1, "liftmarker", false));
      gym.database.results().save(session.id(), new SessionEvent.RepCompleted(1, 1, Results.rep(1, 1)));
      gym.database.events().append(session.id(), "rep", "eventmarker");
      assertThat(gym.database.events().after(0, 1)).as("on disk").hasSize(1);
      List<String> markers = List.of("Nom de Guerre", "RAWMARKER", "liftmarker", "eventmarker", session.id());
      assertThat(markers).allMatch(this::isInSomeFile);

      assertThat(gym.database.athletes().delete(secret.id())).isTrue();

      assertThat(markers).noneMatch(this::isInSomeFile);
      assertThat(gym.database.athletes().list()).containsExactly(gym.athlete);
      assertThat(gym.database.sensors().find(gym.lumbar.id()).orElseThrow().athleteId()).isNull();
      assertThat(gym.database.athletes().delete(secret.id())).isFalse();
    }
  }

  @Test
  void takesOnlyTheSessionsOwnBytesFromAStreamThatOthersShare() throws IOException {
    try (Gym gym = Gym.in(directory)) {
      RawStream stream = gym.database.journal().startStream(gym.lumbar.id(), 0);
      append(gym, stream, "HEAD", 0, 1);
      TrainingSession first = gym.start(gym.lumbar);
      append(gym, stream, "FIRST", 10, 100);
      gym.end(first);
      TrainingSession second = gym.start(gym.lumbar);
      append(gym, stream, "SECOND", 110, 100);
      gym.end(second);
      append(gym, stream, "LATER", 210, 10);
      gym.database.compaction().run();

      assertThat(gym.database.sessions().delete(first.id())).isTrue();

      String left = text(stream);
      assertThat(left).contains("HEAD").contains("SECOND").contains("LATER").doesNotContain("FIRST");
      gym.database.journal().endStream(stream.id());
      assertThat(gym.database.sessions().delete(second.id())).isTrue();
      assertThat(text(stream)).isEmpty();
    }
  }

  @Test
  void deletesASessionThatStillGoesOnWithoutStoppingItsSensor() {
    try (Gym gym = Gym.in(directory)) {
      RawStream stream = gym.database.journal().startStream(gym.lumbar.id(), 0);
      TrainingSession session = gym.start(gym.lumbar);
      append(gym, stream, "GONE", 10, 100);
      assertThat(gym.database.sessions().delete(session.id())).isTrue();
      append(gym, stream, "AFTER", 200, 10);
      gym.database.journal().flush();
      assertThat(text(stream)).contains("AFTER").doesNotContain("GONE");
    }
  }

  @Test
  void dropsStreamsThatEndedWithoutASession() {
    try (Gym gym = Gym.in(directory)) {
      RawStream stream = journal(gym, "NOBODYS", 100);
      assertThat(text(stream)).contains("NOBODYS");
      gym.database.compaction().run();
      assertThat(text(stream)).isEmpty();
    }
  }

  private static RawStream journal(Gym gym, String marker, int count) {
    RawStream stream = gym.database.journal().startStream(gym.lumbar.id(), 0);
    append(gym, stream, marker, 0, count);
    gym.database.journal().endStream(stream.id());
    return stream;
  }

  private static void append(Gym gym, RawStream stream, String marker, int fromSecond, int count) {
    for (int i = 0; i < count; i++) {
      byte[] bytes = (marker + i + ";").getBytes(StandardCharsets.UTF_8);
      gym.database.journal().append(stream.id(), (fromSecond + i) * SECOND, bytes, bytes.length);
    }
  }

  private String text(RawStream stream) {
    Chunks chunks = RawJournalTest.read(directory, stream.id());
    return new String(chunks.bytes(), 0, chunks.byteCount(), StandardCharsets.UTF_8);
  }

  private boolean isInSomeFile(String marker) {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(marker)) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
