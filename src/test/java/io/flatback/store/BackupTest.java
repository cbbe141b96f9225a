package io.flatback.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flatback.session.SessionResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
  @TempDir Path directory;

  @Test
  void copiesWhatIsInUseAndRestoresItElsewhere() {
    Path data = directory.resolve("data");
    Path file = directory.resolve("copy.flatback");
    Path elsewhere = directory.resolve("else/where");
    String sessionId;
    String streamId;
    SessionResult result = Results.result(Results.set(1, 1, 1));
    try (Gym gym = Gym.in(data)) {
      TrainingSession session = gym.start(gym.lumbar);
      sessionId = session.id();
      streamId = gym.database.journal().startStream(gym.lumbar.id(), 0).id();
      gym.database.journal().append(streamId, 1, new byte[] {1, 2, 3}, 3);
      gym.database.journal().flush();
      gym.database.results().replace(sessionId, result);
      Backup.create(data, file);
      gym.database.sessions().delete(sessionId);
    }
    Backup.restore(file, elsewhere);
    try (Database restored = Database.open(elsewhere)) {
      assertThat(restored.athletes().list()).extracting(Athlete::name).containsExactly("Ada");
      assertThat(restored.results().find(sessionId).orElseThrow().sets()).hasSize(1);
      assertThat(RawJournalTest.read(elsewhere, streamId).byteCount()).isEqualTo(3);
    }
  }

  @Test
  void overwritesNothing() throws Exception {
    Path data = directory.resolve("data");
    Path file = directory.resolve("copy.flatback");
    Gym.in(data).close();
    Backup.create(data, file);
    byte[] before = Files.readAllBytes(file);
    assertThatThrownBy(() -> Backup.create(data, file))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("exists");
    assertThatThrownBy(() -> Backup.restore(file, data))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("already");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    try (Database untouched = Database.open(data)) {
      assertThat(untouched.athletes().list()).hasSize(1);
    }
  }

  @Test
  void refusesWhatIsNoBackup() throws Exception {
    Path data = directory.resolve("data");
    Path file = directory.resolve("copy.flatback");
    Gym.in(data).close();
    Backup.create(data, file);
    byte[] bytes = Files.readAllBytes(file);
    Path cut = directory.resolve("cut.flatback");
    Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));
    Path text = directory.resolve("notes.txt");
    Files.writeString(text, "remember the milk");
    Path nothing = directory.resolve("nothing");
    Path target = directory.resolve("target");
    for (Path broken : new Path[] {cut, text, nothing}) {
      assertThatThrownBy(() -> Backup.restore(broken, target))
          .as(broken.toString())
          .isInstanceOf(StoreException.class)
          .hasMessageContaining(broken.getFileName().toString());
      assertThat(target.resolve(Database.FILE)).doesNotExist();
    }
    assertThatThrownBy(() -> Backup.create(directory.resolve("nowhere"), directory.resolve("b")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("no data");
  }
}
