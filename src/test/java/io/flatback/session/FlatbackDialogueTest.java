package io.flatback.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flatback.signal.FlatbackSignalDecoder;
import io.flatback.signal.Placement;
import io.flatback.wire.FrameDecoder;
import io.flatback.wire.FrameEncoder;
import io.flatback.wire.Hello;
import io.flatback.wire.WireMessage;
import io.flatback.wire.WireMessage.Ping;
import io.flatback.wire.WireMessage.Pong;
import io.flatback.wire.WireMessage.Start;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the host says, and when, to a sensor that answers what it likes. */
class FlatbackDialogueTest {
  private static final long MILLI = 1_000_000L;

  private final FlatbackSignalDecoder decoder = new FlatbackSignalDecoder(Placement.LUMBAR);
  private final FlatbackDialogue dialogue = new FlatbackDialogue(decoder);

  private static Hello hello(int bootId, int features) {
    return new Hello(
        1, 0, bootId, "F1A7BAC00000A1F2", 1, 0, 10_000, 244_000, 35_000, 0, features, new Hello.Firmware(1, 0, 0), "quiet");
  }

  private void hear(WireMessage message, long nowMs) {
    byte[] frame = FrameEncoder.frame(message);
    decoder.offer(frame, 0, frame.length, nowMs * MILLI);
    while (decoder.next()) {
      // What was heard is what counts here.
    }
  }

  /** Asked every 10 ms. */
  private List<WireMessage> said(long fromMs, long toMs, boolean streaming) {
    List<WireMessage> said = new ArrayList<>();
    for (long ms = fromMs; ms < toMs; ms += 10) {
      dialogue.due(ms * MILLI, streaming).ifPresent(bytes -> said.add(message(bytes)));
    }
    return said;
  }

  private static WireMessage message(byte[] bytes) {
    FrameDecoder frame = new FrameDecoder();
    frame.offer(bytes, 0, bytes.length);
    while (frame.next()) {
      if (frame.event() instanceof WireMessage message) {
        return message;
      }
    }
    throw new AssertionError("nothing was said");
  }

  private Ping firstPing() {
    dialogue.connected(0);
    hear(hello(7, 0), 0);
    assertThat(said(0, 10, false)).singleElement().isInstanceOf(Start.class);
    List<WireMessage> later = said(10, 520, true);
    assertThat(later).singleElement().isInstanceOf(Ping.class);
    return (Ping) later.getFirst();
  }

  @Test
  void aPongCountsOnce() {
    int token = firstPing().token();
    hear(new Pong(token, 0, 0), 530);
    assertThat(said(530, 540, true)).isEmpty();
    hear(new Pong(token, 0, 0), 900);
    assertThat(said(900, 910, true)).isEmpty();
    assertThat(dialogue.latestRoundTripMs()).isCloseTo(30, within(10.0));
  }

  @Test
  void aDeviceThatSaysItHeldAPingForLongerThanItWasAwayIsNotBelieved() {
    int token = firstPing().token();
    hear(new Pong(token, 5_000, 4_000), 530);
    assertThat(said(530, 540, true)).isEmpty();
    assertThat(dialogue.latestRoundTripMs()).isNaN();
    assertThat(dialogue.roundTripMs()).isNaN();
  }

  @Test
  void thePongOfAnotherPingDoesNotCount() {
    int token = firstPing().token();
    hear(new Pong(token + 1, 0, 0), 510);
    assertThat(said(510, 520, true)).isEmpty();
    assertThat(dialogue.roundTripMs()).isNaN();
    hear(new Pong(token, 0, 0), 540);
    assertThat(said(540, 550, true)).isEmpty();
    assertThat(dialogue.roundTripMs()).isCloseTo(40, within(10.0));
  }

  @Test
  void aDeviceThatBeganAnewIsStartedAtOnceThoughItsLastReadingsHaveJustCome() {
    int token = firstPing().token();
    hear(new Pong(token, 0, 0), 530);
    hear(hello(8, 0), 1000);
    assertThat(said(1000, 1010, true)).singleElement().isInstanceOf(Start.class);
    assertThat(said(1010, 1400, true)).isEmpty();
  }

  @Test
  void onlyADeviceWithAMotorIsAskedToBuzz() {
    assertThat(dialogue.buzz(Buzz.WARN)).isEmpty();
    hear(hello(7, 0), 0);
    assertThat(dialogue.buzz(Buzz.WARN)).isEmpty();
    hear(hello(7, Hello.VIBRATION), 0);
    assertThat(dialogue.buzz(Buzz.WARN)).isPresent();
  }
}
