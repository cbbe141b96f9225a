package io.flatback.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class SqliteTest {
  @TempDir private Path directory;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void onceClosedNobodyHasTheFileOpenThoughSomebodyWasStillAtIt() throws Exception {
    Path file = directory.resolve("one.db");
    Sqlite sqlite = Sqlite.writing(file);
    sqlite.change(handle -> handle.execute("CREATE TABLE a (b)"));
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    CompletableFuture<Integer> slow = CompletableFuture.supplyAsync(() -> sqlite.read(handle -> {
      begun.countDown();
      await(goOn);
      return handle.select("SELECT count(*) FROM a").mapTo(Integer.class).one();
    }), threads);
    begun.await();
    CompletableFuture<Void> closing = CompletableFuture.runAsync(sqlite::close, threads);
    TimeUnit.MILLISECONDS.sleep(200);
    assertThat(closing).isNotDone();
    assertThatThrownBy(() -> sqlite.read(handle -> 1)).isInstanceOf(StoreException.class);

    goOn.countDown();
    assertThat(slow.get()).isZero();
    closing.get();
    assertThat(Files.exists(directory.resolve("one.db-wal"))).as("left by who closes last").isFalse();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
