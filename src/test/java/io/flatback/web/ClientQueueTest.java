package io.flatback.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClientQueueTest {
  private final ClientQueue queue = new ClientQueue();
  private long order;

  private LiveEvent event(String name) {
    order++;
    return new LiveEvent(order, name.equals("sample") ? null : order, name, "p", "{\"n\":" + order + "}");
  }

  private static String text(@Nullable LiveEvent event) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (event != null) {
      event.writeTo(out);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private List<LiveEvent> drain() throws InterruptedException {
    List<LiveEvent> all = new ArrayList<>();
    for (LiveEvent e = queue.poll(0); e != null; e = queue.poll(0)) {
      all.add(e);
    }
    return all;
  }

  @Test
  void dropsTheOldestSamplesAndNothingElse() throws Exception {
    for (int i = 0; i < 10 * ClientQueue.MAX_SAMPLES; i++) {
      queue.offer(event("sample"));
      if (i % 10 == 0) {
        queue.offer(event("warning"));
      }
    }
    List<LiveEvent> left = drain();
    assertThat(left.stream().filter(LiveEvent::mayBeDropped)).hasSize(ClientQueue.MAX_SAMPLES);
    assertThat(left.stream().filter(e -> !e.mayBeDropped())).hasSize(ClientQueue.MAX_SAMPLES);
    assertThat(queue.droppedSamples()).isEqualTo(9L * ClientQueue.MAX_SAMPLES);
    assertThat(text(left.getLast())).contains("event: sample");
  }

  @Test
  void keepsTheOrderInWhichThingsHappened() throws Exception {
    for (long seed = 1; seed <= 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      ClientQueue mixed = new ClientQueue();
      for (int i = 0; i < 300; i++) {
        mixed.offer(event(random.nextInt(4) == 0 ? "rep_completed" : "sample"));
      }
      long last = 0;
      for (LiveEvent e = mixed.poll(0); e != null; e = mixed.poll(0)) {
        assertThat(e.order()).as("seed %d", seed).isGreaterThan(last);
        last = e.order();
      }
    }
  }

  @Test
  void closesRatherThanLoseAnEventThatMatters() throws Exception {
    for (int i = 0; i < ClientQueue.MAX_EVENTS; i++) {
      queue.offer(event("rep_completed"));
    }
    assertThat(queue.isClosed()).isFalse();
    queue.offer(event("warning"));
    assertThat(queue.isClosed()).isTrue();
    assertThat(queue.poll(0)).isNull();
  }

  @Test
  void wakesTheOneWhoWaits() throws Exception {
    List<@Nullable LiveEvent> got = new ArrayList<>();
    Thread reader =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    got.add(queue.poll(10_000));
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
    queue.offer(event("warning"));
    reader.join(5_000);
    assertThat(got).hasSize(1).doesNotContainNull();
  }
}
