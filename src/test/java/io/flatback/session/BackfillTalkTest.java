package io.flatback.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.signal.FlatbackSignalDecoder;
import io.flatback.signal.Placement;
import io.flatback.wire.Counts;
import io.flatback.wire.FrameDecoder;
import io.flatback.wire.FrameEncoder;
import io.flatback.wire.Hello;
import io.flatback.wire.Imu6;
import io.flatback.wire.WireMessage;
import io.flatback.wire.WireMessage.Backfill;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When the host asks a sensor with a ring for what was lost. */
class BackfillTalkTest {
  private static final long STEP_NANOS = 50_000_000L;

  private final FlatbackSignalDecoder decoder = new FlatbackSignalDecoder(Placement.LUMBAR);
  private final FlatbackDialogue dialogue = new FlatbackDialogue(decoder);
  private long nowNanos;
  private long index;

  @BeforeEach
  void begin() {
    dialogue.connected(0);
    hear(
        new Hello(
            1, 0, 7, "F1A7BAC00000A1F2", 1, 0, 10_000, 244_000, 35_000, 3000, 8, new Hello.Firmware(1, 0, 0), "ring"));
    live(10);
  }

  private void hear(WireMessage message) {
    byte[] frame = FrameEncoder.frame(message);
    decoder.offer(frame, 0, frame.length, nowNanos);
    while (decoder.next()) {
      // What was heard is what counts here.
    }
  }

  private void hear(int flags, long first) {
    hear(new Imu6(flags, first, first * 10_000, 10_000, 7, new Counts(new short[5 * Counts.AXES])));
  }

  /** @return what the host asked for meanwhile */
  private List<Backfill> live(int frames) {
    List<Backfill> asked = new ArrayList<>();
    for (int i = 0; i < frames; i++) {
      nowNanos += STEP_NANOS;
      hear(0, index);
      index += 5;
      dialogue.due(nowNanos, true).ifPresent(bytes -> {
        FrameDecoder frame = new FrameDecoder();
        frame.offer(bytes, 0, bytes.length);
        if (frame.next() && frame.event() instanceof Backfill backfill) {
          asked.add(backfill);
        }
      });
    }
    return asked;
  }

  private void lose(int frames) {
    nowNanos += frames * STEP_NANOS;
    index += frames * 5L;
  }

  @Test
  void asksForNothingWhileNothingIsLost() {
    assertThat(live(100)).isEmpty();
  }

  @Test
  void asksOnceAndWaitsWhileItComes() {
    long lost = index;
    lose(40);
    assertThat(live(1)).singleElement().satisfies(asked -> {
      assertThat(asked.fromIndex()).isEqualTo(lost);
      assertThat(asked.count()).isEqualTo(200);
    });
    for (int i = 0; i < 40; i++) {
      assertThat(live(1)).isEmpty();
      hear(Imu6.BACKFILLED, lost + i * 5L);
    }
    assertThat(live(200)).isEmpty();
  }

  @Test
  void asksForTheRestWhenOneOfThemIsLostToo() {
    long lost = index;
    lose(10);
    assertThat(live(1)).hasSize(1);
    hear(Imu6.BACKFILLED, lost);
    hear(Imu6.BACKFILLED, lost + 10);
    assertThat(live(1)).singleElement().extracting(Backfill::fromIndex, Backfill::count).containsExactly(lost + 5, 5);
    hear(Imu6.BACKFILLED, lost + 5);
    assertThat(live(1)).singleElement().extracting(Backfill::fromIndex, Backfill::count).containsExactly(lost + 15, 35);
  }

  @Test
  void givesUpOnWhatDoesNotComeAfterThreeQuestionsASecondApart() {
    lose(10);
    assertThat(live(1)).hasSize(1);
    assertThat(live(19)).isEmpty();
    assertThat(live(1)).hasSize(1);
    assertThat(live(200)).hasSize(1);
    lose(4);
    assertThat(live(1)).singleElement().extracting(Backfill::count).isEqualTo(20);
  }
}
