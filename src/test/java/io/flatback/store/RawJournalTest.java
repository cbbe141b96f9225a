package io.flatback.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.flatback.signal.Placement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawJournalTest {
  private static final long SECOND = 1_000_000_000L;

  @TempDir Path directory;

  @Test
  void givesBackBytesArrivalsAndChunksAsTheyCame() {
    try (Gym gym = Gym.in(directory)) {
      RawJournal journal = gym.database.journal();
      RawStream stream = journal.startStream(gym.lumbar.id(), -5 * SECOND);
      Chunks expected = new Chunks();
      SplittableRandom random = new SplittableRandom(7);
      long arrival = -5 * SECOND;
      for (int i = 0; i < 500; i++) {
        byte[] chunk = new byte[1 + random.nextInt(200)];
        random.nextBytes(chunk);
        arrival += random.nextLong(30_000_000);
        journal.append(stream.id(), arrival, chunk, chunk.length);
        expected.add(arrival, chunk, 0, chunk.length);
      }
      journal.flush();
      assertThat(read(directory, stream.id()).sameAs(expected)).isTrue();
      assertThat(rowSeconds(stream.id())).isNotEmpty().allMatch(seconds -> seconds <= 1.0);
    }
  }

  @Test
  void writesByItselfWithinASecond() {
    try (Gym gym = Gym.in(directory)) {
      RawStream stream = gym.database.journal().startStream(gym.lumbar.id(), System.nanoTime());
      long before = System.nanoTime();
      gym.database.journal().append(stream.id(), before, new byte[] {1, 2, 3}, 3);
      Awaitility.await().atMost(5, TimeUnit.SECONDS).until(() -> read(directory, stream.id()).byteCount() == 3);
      assertThat((System.nanoTime() - before) / 1e9).as("seconds until on disk").isLessThan(1.0);
    }
  }

  @Test
  void refusesBytesOfAStreamThatIsNotOpen() {
    try (Gym gym = Gym.in(directory)) {
      RawStream stream = gym.database.journal().startStream(gym.lumbar.id(), 0);
      gym.database.journal().endStream(stream.id());
      assertThatThrownBy(() -> gym.database.journal().append(stream.id(), 1, new byte[1], 1))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining(stream.id());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void losesNothingAcknowledgedAndAtMostASecondWhenItsProcessIsKilled(int seed) throws Exception {
    List<String> said;
    long killedNanos;
    try (JournalChild.Running child = JournalChild.start(directory, directory.resolve("said"))) {
      child.awaitLine("acked");
      Thread.sleep(new SplittableRandom(seed).nextInt(200, 2500));
      killedNanos = System.nanoTime();
      said = child.kill();
    }
    long acked = lastBytes(said, "acked", Long.MAX_VALUE);
    long olderThanASecond = lastBytes(said, "appended", killedNanos - SECOND);

    Database.open(directory).close();
    Chunks found = read(directory, onlyStream());

    assertThat((long) found.byteCount()).as("seed %d: acknowledged", seed).isGreaterThanOrEqualTo(acked);
    assertThat((long) found.byteCount()).as("seed %d: a second old", seed).isGreaterThanOrEqualTo(olderThanASecond);
    assertThat(acked).isPositive();
    for (int i = 0, at = 0; i < found.count(); at += found.length(i++)) {
      byte[] chunk = Arrays.copyOfRange(found.bytes(), at, at + found.length(i));
      assertThat(chunk).as("seed %d, chunk %d", seed, i).isEqualTo(JournalChild.chunk(i));
    }
  }

  @Test
  void saysThatTheDiskIsFullAndKeepsWhatWasAcknowledged() {
    try (Database database = Database.open(directory)) {
      database.sensors().register("fake:x", Placement.LUMBAR, "fake");
    }
    try (Sqlite sqlite = Sqlite.writing(directory.resolve(Database.FILE))) {
      RawJournal journal = new RawJournal(sqlite, InstantSource.system());
      String sensor = sqlite.read(h -> h.select("SELECT id FROM sensor").mapTo(String.class).one());
      RawStream stream = journal.startStream(sensor, 0);
      limitPages(sqlite, 100);
      Filling filling = fill(journal, stream);

      assertThat(filling.failure()).isInstanceOf(StoreFullException.class).hasMessageContaining("free some space");
      assertThat((long) read(directory, stream.id()).byteCount()).isGreaterThanOrEqualTo(filling.acked());
      assertThat(filling.acked()).isPositive();

      limitPages(sqlite, 1_000_000);
      journal.flush();
      assertThat(read(directory, stream.id()).byteCount())
          .as("what waited is written once there is room")
          .isEqualTo((int) filling.taken());
      journal.close();
    }
  }

  @Test
  void saysThatARealDiskIsFull() throws Exception {
    Path disk = directory.resolve("disk");
    assumeTrue(mount(disk), "needs root and mount(8) for a small tmpfs: run the tests as root, e.g. in a container");
    try {
      Filling filling;
      Gym gym = Gym.in(disk);
      RawStream stream = gym.database.journal().startStream(gym.lumbar.id(), 0);
      gym.start(gym.lumbar);
      filling = fill(gym.database.journal(), stream);
      assertThat(filling.failure()).isInstanceOf(StoreFullException.class);
      assertThatThrownBy(gym::close).isInstanceOf(StoreFullException.class);

      assertThat((long) read(disk, stream.id()).byteCount()).isGreaterThanOrEqualTo(filling.acked());
      assertThat(filling.acked()).isPositive();
    } finally {
      run("umount", disk.toString());
    }
  }

  private record Filling(long acked, long taken, StoreException failure) {}

  /** Appends and flushes until it fails. */
  private static Filling fill(RawJournal journal, RawStream stream) {
    byte[] chunk = new byte[4096];
    long taken = 0;
    long acked = 0;
    for (int i = 0; i < 10_000; i++) {
      try {
        new SplittableRandom(i).nextBytes(chunk);
        journal.append(stream.id(), i * 1_000_000L, chunk, chunk.length);
        taken += chunk.length;
        journal.flush();
        acked = taken;
      } catch (StoreException e) {
        return new Filling(acked, taken, e);
      }
    }
    throw new AssertionError("40 MB went onto a disk that has no room for them");
  }

  private static void limitPages(Sqlite sqlite, int pages) {
    sqlite.read(handle -> handle.select("PRAGMA max_page_count = " + pages).mapTo(Integer.class).one());
  }

  private static boolean mount(Path disk) throws Exception {
    Files.createDirectories(disk);
    return run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk.toString());
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static long lastBytes(List<String> said, String what, long beforeNanos) {
    long bytes = 0;
    for (String line : said) {
      String[] words = line.split(" ");
      if (words[0].equals(what) && (words.length < 3 || Long.parseLong(words[2]) < beforeNanos)) {
        bytes = Long.parseLong(words[1]);
      }
    }
    return bytes;
  }

  static Chunks read(Path directory, String streamId) {
    try (Sqlite sqlite = Sqlite.writing(directory.resolve(Database.FILE))) {
      BlockReader reader = new BlockReader(sqlite, streamId);
      Chunks chunks = new Chunks();
      while (reader.next()) {
        chunks.add(reader.arrivalNanos(), reader.bytes(), reader.offset(), reader.length());
      }
      return chunks;
    }
  }

  private String onlyStream() {
    try (Sqlite sqlite = Sqlite.writing(directory.resolve(Database.FILE))) {
      return sqlite.read(handle -> handle.select("SELECT id FROM stream").mapTo(String.class).one());
    }
  }

  private List<Double> rowSeconds(String streamId) {
    try (Sqlite sqlite = Sqlite.writing(directory.resolve(Database.FILE))) {
      return sqlite.read(
          handle ->
              handle
                  .select("SELECT (last_ns - first_ns) / 1e9 FROM raw_block WHERE stream_id = ?", streamId)
                  .mapTo(Double.class)
                  .list());
    }
  }
}
