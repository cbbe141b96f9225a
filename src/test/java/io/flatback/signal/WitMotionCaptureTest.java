package io.flatback.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flatback.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A real WT901BLE67 over Bluetooth: 72 notifications of four frames each, with their arrival times; a stall of
 * 238.6 ms, after which three came at once where six were due. The recording is under the MIT licence, Copyright
 * (c) 2026 Rui Guo; it lies beside it as LICENSE-wt901-capture.txt and is read from there, never copied.
 */
class WitMotionCaptureTest {
  private static final Pattern NOTIFICATION = Pattern.compile("\\{\"hex\":\"([0-9a-f]+)\",\"t\":([0-9.]+)\\}");
  private static final double STALL_ENDS_SECONDS = 0.5679;
  private static final int READINGS = 288;

  private final WitMotionSignalDecoder decoder = new WitMotionSignalDecoder(Placement.LUMBAR);
  private final List<SignalEvent> events = new ArrayList<>();
  private final List<String> troubles = new ArrayList<>();

  @BeforeEach
  void play() throws IOException {
    for (String line : Files.readAllLines(SharedData.folder("witmotion").resolve("wt901-100hz.jsonl"))) {
      Matcher notification = NOTIFICATION.matcher(line);
      if (notification.matches()) {
        byte[] bytes = HexFormat.of().parseHex(notification.group(1));
        decoder.offer(bytes, 0, bytes.length, Math.round(Double.parseDouble(notification.group(2)) * 1e9));
        drain();
        troubles.add(decoder.facts().trouble());
      }
    }
    decoder.finish();
    drain();
  }

  private void drain() {
    while (decoder.next()) {
      events.add(decoder.event());
    }
  }

  @Test
  void givesEveryReadingAtRisingTimes() {
    assertThat(events.stream().filter(Sample.class::isInstance)).hasSize(READINGS);
    assertThat(decoder.facts().faults()).isZero();
    long beforeNanos = -1;
    for (SignalEvent event : events) {
      assertThat(event.timeNanos()).isGreaterThan(beforeNanos);
      beforeNanos = event.timeNanos();
    }
  }

  @Test
  void measuresTheRateWithoutTheStall() {
    assertThat(decoder.facts().rateHz()).isCloseTo(99.3, within(1.0));
  }

  @Test
  void theStallIsAGapOfSuspectedReadings() {
    List<Gap> gaps = events.stream().filter(Gap.class::isInstance).map(Gap.class::cast).toList();

    assertThat(gaps).singleElement().satisfies(gap -> {
      assertThat(gap.reason()).isEqualTo(Gap.Reason.SUSPECTED);
      assertThat(gap.missingSamples()).as("three notifications of four, as far as arrivals can tell").isBetween(9, 14);
      assertThat(gap.timeNanos() * 1e-9).isCloseTo(STALL_ENDS_SECONDS - 0.2, within(0.06));
    });
    assertThat(decoder.facts().lostSamples()).as("nothing is proven").isZero();
  }

  @Test
  void theStallIsTroubleThatSaysItIsSuspected() {
    assertThat(troubles.subList(0, 9)).containsOnly("");
    assertThat(troubles.getLast())
        .startsWith("readings stalled for 239 ms; about 1")
        .contains("suspected", "can't prove");
  }

  @Test
  void theTimeLineIsAsLongAsTheArrivalsSay() {
    assertThat(events.getLast().timeNanos() * 1e-9).isCloseTo(2.998 + 0.03, within(0.06));
  }

  @Test
  void aboutOneGAsItIsMovedByHand() {
    double mean = events.stream()
        .filter(Sample.class::isInstance)
        .map(Sample.class::cast)
        .mapToDouble(s -> Math.hypot(Math.hypot(s.accXMps2(), s.accYMps2()), s.accZMps2()))
        .average()
        .orElseThrow();
    assertThat(mean).as("moved by hand").isCloseTo(Sample.STANDARD_GRAVITY_MPS2, within(2.5));
  }
}
