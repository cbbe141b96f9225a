package io.flatback.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.signal.Placement;
import io.flatback.signal.WitMotionSignalDecoder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WitMotionDialogueTest {
  private static final long MILLI = 1_000_000L;
  private static final long STEP_NANOS = 10 * MILLI;
  private static final byte[] BLUETOOTH = HexFormat.of().parseHex("55612706bc0179065500e7fec4fa3e00eaff0000");
  private static final byte[] CABLE =
      HexFormat.of().parseHex("5551000000000008b80b71" + "5552000000000000b80b6a");

  private final WitMotionSignalDecoder decoder = new WitMotionSignalDecoder(Placement.LUMBAR);
  private final WitMotionDialogue dialogue = new WitMotionDialogue(decoder);
  private final List<String> said = new ArrayList<>();
  private final List<Long> saidMillis = new ArrayList<>();
  private long nowNanos;

  /** @param everyNanos how far apart readings are; for ever where there are none */
  private void pass(double seconds, byte[] reading, long everyNanos) {
    long endNanos = nowNanos + (long) (seconds * 1e9);
    for (; nowNanos < endNanos; nowNanos += STEP_NANOS) {
      if (nowNanos % everyNanos == 0) {
        decoder.offer(reading, 0, reading.length, nowNanos);
        while (decoder.next()) {
          assertThat(decoder.event()).isNotNull();
        }
      }
      Optional<byte[]> due = dialogue.due(nowNanos, decoder.facts().samples() > 0);
      due.ifPresent(bytes -> {
        said.add(HexFormat.of().withUpperCase().formatHex(bytes));
        saidMillis.add(nowNanos / MILLI);
      });
    }
  }

  @Test
  void aSensorThatAlreadyDoesWhatIsWantedIsLeftAlone() {
    dialogue.connected(nowNanos);
    pass(5, BLUETOOTH, STEP_NANOS);

    assertThat(said).isEmpty();
  }

  @Test
  void oneThatSpeaksMoreOftenThanWantedIsNotSaidToPromiseLess() {
    dialogue.connected(nowNanos);
    pass(5, HexFormat.of().parseHex("55612706bc0179065500e7fec4fa3e00eaff0000".repeat(2)), STEP_NANOS);

    assertThat(said).isEmpty();
    assertThat(decoder.facts().rateHz()).isGreaterThan(150);
    assertThat(decoder.facts().nominalRateHz()).isNaN();
  }

  @Test
  void aSlowOneIsSetWithTheWaitsItsMakerAsksFor() {
    dialogue.connected(nowNanos);
    pass(1.5, BLUETOOTH, 100 * MILLI);

    assertThat(said).containsExactly("FFAA6988B5", "FFAA030900", "FFAA000000");
    assertThat(saidMillis.get(1) - saidMillis.get(0)).as("after unlocking").isGreaterThanOrEqualTo(100);
    pass(5, BLUETOOTH, STEP_NANOS);
    assertThat(said).as("it has done so").hasSize(3);
  }

  @Test
  void overACableTheOutputsAreSetToo() {
    dialogue.connected(nowNanos);
    pass(1.5, CABLE, 100 * MILLI);

    assertThat(said).containsExactly("FFAA6988B5", "FFAA030900", "FFAA020600", "FFAA000000");
  }

  @Test
  void nothingIsSaidForHalfASecondAfterASaveAndNoMoreThanThreeTimesInAll() {
    dialogue.connected(nowNanos);
    pass(20, BLUETOOTH, 100 * MILLI);

    assertThat(said).hasSize(3 * WitMotionDialogue.ATTEMPTS);
    assertThat(saidMillis.get(3) - saidMillis.get(2)).isGreaterThanOrEqualTo(500);
  }

  @Test
  void aNewLinkBeginsAnew() {
    dialogue.connected(nowNanos);
    pass(20, BLUETOOTH, 100 * MILLI);
    said.clear();
    dialogue.connected(nowNanos);
    pass(1.5, BLUETOOTH, 100 * MILLI);

    assertThat(said).hasSize(3);
  }
}
