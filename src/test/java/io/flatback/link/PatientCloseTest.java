package io.flatback.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PatientCloseTest {
  @Test
  void comesBackFromAReadThatDoesNotAndClosesOnceItDoes() throws Exception {
    ReentrantLock reading = new ReentrantLock();
    CountDownLatch mayComeBack = new CountDownLatch(1);
    CountDownLatch isReading = new CountDownLatch(1);
    CountDownLatch isClosed = new CountDownLatch(1);
    Thread reader = Thread.ofPlatform().daemon().start(() -> read(reading, isReading, mayComeBack));
    isReading.await();
    PatientClose close =
        new PatientClose("a port", () -> {
          reading.lock();
          isClosed.countDown();
          reading.unlock();
        });

    long before = System.nanoTime();
    close.close();

    assertThat(System.nanoTime() - before).isBetween(500_000_000L, 5_000_000_000L);
    assertThat(isClosed.getCount()).as("never closed under a read").isEqualTo(1);
    mayComeBack.countDown();
    reader.join();
    assertThat(isClosed.await(5, TimeUnit.SECONDS)).isTrue();
  }

  private static void read(ReentrantLock reading, CountDownLatch isReading, CountDownLatch mayComeBack) {
    reading.lock();
    try {
      isReading.countDown();
      mayComeBack.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      reading.unlock();
    }
  }

  @Test
  void closesOnceHoweverOftenItIsAskedAndIsDoneWhenItComesBack() {
    AtomicInteger closed = new AtomicInteger();
    PatientClose close = new PatientClose("a port", closed::incrementAndGet);

    close.close();
    assertThat(closed).hasValue(1);
    close.close();
    assertThat(closed).hasValue(1);
  }

  @Test
  void waitsForAnInterruptedCallerTooAndLeavesHimInterrupted() {
    AtomicInteger closed = new AtomicInteger();
    PatientClose close =
        new PatientClose("a port", () -> {
          LockSupport.parkNanos(200_000_000L);
          closed.incrementAndGet();
        });
    Thread.currentThread().interrupt();
    close.close();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(closed).hasValue(1);
  }
}
