package io.flatback.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawCompactionTest {
  private static final long SECOND = 1_000_000_000L;

  @TempDir Path directory;

  @Test
  void makesTheRecordSmallAndGivesBackTheSame() {
    try (Gym gym = Gym.in(directory)) {
      TrainingSession session = gym.start(gym.lumbar);
      RawStream stream = gym.database.journal().startStream(gym.lumbar.id(), 0);
      lift(gym, stream, 0, 60);
      gym.database.journal().endStream(stream.id());
      gym.end(session);
      Chunks before = RawJournalTest.read(directory, stream.id());

      RawCompaction.Summary summary = gym.database.compaction().run();

      assertThat(RawJournalTest.read(directory, stream.id()).sameAs(before)).isTrue();
      assertThat(summary.rows()).isGreaterThanOrEqualTo(60);
      assertThat(summary.blocks()).isBetween(6, 8);
      assertThat(summary.bytesAfter()).isLessThan(summary.bytesBefore() / 2);
      assertThat(gym.database.compaction().run())
          .as("a second time there is nothing to do")
          .isEqualTo(RawCompaction.Summary.NOTHING);
    }
  }

  @Test
  void leavesTheEndOfARunningStreamUntilItGoesOn() {
    try (Gym gym = Gym.in(directory)) {
      RawStream stream = gym.database.journal().startStream(gym.lumbar.id(), 0);
      TrainingSession session = gym.start(gym.lumbar);
      WireStream sensor = new WireStream(new SplittableRandom(1));
      lift(gym, stream, sensor, 0, 35);
      gym.database.journal().flush();
      assertThat(gym.database.compaction().run().blocks()).isBetween(3, 4);
      lift(gym, stream, sensor, 35, 25);
      gym.end(session);
      Chunks before = RawJournalTest.read(directory, stream.id());
      gym.database.compaction().run();
      assertThat(RawJournalTest.read(directory, stream.id()).sameAs(before)).isTrue();
      assertThat(before.count()).isEqualTo(60 * 20);
    }
  }

  @Test
  void readsOnWhileBlocksAreRewrittenUnderneath() {
    try (Gym gym = Gym.in(directory)) {
      TrainingSession session = gym.start(gym.lumbar);
      RawStream stream = gym.database.journal().startStream(gym.lumbar.id(), 0);
      lift(gym, stream, 0, 45);
      gym.database.journal().endStream(stream.id());
      gym.end(session);
      Chunks expected = RawJournalTest.read(directory, stream.id());
      Chunks seen = new Chunks();
      try (Sqlite sqlite = Sqlite.writing(directory.resolve(Database.FILE))) {
        BlockReader reader = new BlockReader(sqlite, stream.id());
        for (int i = 0; reader.next(); i++) {
          seen.add(reader.arrivalNanos(), reader.bytes(), reader.offset(), reader.length());
          if (i == 333) {
            assertThat(gym.database.compaction().run().blocks()).isPositive();
          }
        }
      }
      assertThat(seen.sameAs(expected)).isTrue();
    }
  }

  private static void lift(Gym gym, RawStream stream, int fromSecond, int seconds) {
    lift(gym, stream, new WireStream(new SplittableRandom(1)), fromSecond, seconds);
  }

  private static void lift(Gym gym, RawStream stream, WireStream sensor, int fromSecond, int seconds) {
    for (int i = 20 * fromSecond; i < 20 * (fromSecond + seconds); i++) {
      byte[] frame = sensor.next();
      gym.database.journal().append(stream.id(), i * (SECOND / 20), frame, frame.length);
    }
  }
}
