package io.flatback.wire.ximu3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XimuMessageDecoderTest {
  @Test
  void readsWrittenMessages() {
    assertThat(decode(XimuBytes.text("I,1000000,-0.5,1.25,30.0001,0.0,-0.001,1\r")))
        .containsExactly(new XimuEvent.Inertial(1_000_000, -0.5, 1.25, 30.0001, 0, -0.001, 1));
    assertThat(decode(XimuBytes.text("B,1000,84.4,4.1,1"))).containsExactly(new XimuEvent.Battery(84));
    assertThat(decode(XimuBytes.text("Q,1000,1,0,0,0"))).containsExactly(new XimuEvent.Other('Q'));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void readsBinaryMessagesWhateverMustBeStuffed(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 2000; i++) {
      long micros = random.nextLong(1L << 50);
      micros = i % 3 == 0 ? micros & ~0xFFL | 0x0A : i % 3 == 1 ? micros & ~0xFFFFL | 0xDBDC : micros;
      float value = (float) random.nextDouble(-16, 16);
      assertThat(decode(XimuBytes.binary(micros, 1, value, -value, 2, value, -1)))
          .as("seed=%d i=%d", seed, i)
          .containsExactly(new XimuEvent.Inertial(micros, 1, value, -value, 2, value, -1));
    }
  }

  @Test
  void learnsWhoItIs() {
    assertThat(decode(XimuBytes.text(
            "{\"ping\":{\"interface\":\"USB\",\"deviceName\":\"back\",\"serialNumber\":\"0123ABCD\"}}")))
        .containsExactly(new XimuEvent.Device("back", "0123ABCD"));
    assertThat(decode(XimuBytes.text("{\"rssi\":null}"))).containsExactly(new XimuEvent.Other('{'));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I,1000,1,2,3,4,5",
        "I,1000,1,2,3,4,5,6,7",
        "I,1000,1,2,3,4,5,nan",
        "I,1000,1,2,3,4,5,",
        "I,1000,1,2,3,4,5,1.2.3",
        "I,-1000,1,2,3,4,5,6",
        "I,1000,1,2,3,4,5,33",
        "I,1000,4001,2,3,4,5,6",
        "I 1000,1,2,3,4,5,6",
        "B,1000,101,4.1,1",
        "55 51 nonsense",
        "\u00C9short",
        "\u00C9\u00DB\u00DEstuffed wrongly"
      })
  void whatIsNoMessageIsToldWithTheReason(String line) {
    assertThat(decode(XimuBytes.text(line))).singleElement().isInstanceOfSatisfying(
        XimuEvent.Skipped.class,
        skipped -> assertThat(skipped.detail()).startsWith("a line of ").endsWith("check baud rate and driver"));
  }

  @Test
  void theNextMessageIsReadAfterARunaway() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes("x".repeat(5000).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    bytes.writeBytes(XimuBytes.text(""));
    bytes.writeBytes(XimuBytes.written(7, 0, 0, 0, 0, 0, 1));

    assertThat(decode(bytes.toByteArray())).hasSize(2).last()
        .isInstanceOfSatisfying(XimuEvent.Inertial.class, m -> assertThat(m.accZG()).isCloseTo(1, within(1e-9)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void doesNotCareHowTheBytesAreCut(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < 300; i++) {
      byte[] garbage = new byte[random.nextInt(5) == 0 ? random.nextInt(60) : 0];
      random.nextBytes(garbage);
      bytes.writeBytes(garbage);
      bytes.writeBytes(i % 2 == 0 ? XimuBytes.written(i, 1, 2, 3, 0, 0, 1) : XimuBytes.binary(i, 1, 2, 3, 0, 0, 1));
    }
    byte[] stream = bytes.toByteArray();
    XimuMessageDecoder decoder = new XimuMessageDecoder();
    List<XimuEvent> events = new ArrayList<>();
    for (int at = 0; at < stream.length; ) {
      int length = Math.min(random.nextInt(30), stream.length - at);
      decoder.offer(stream, at, length);
      at += length;
      drain(decoder, events);
    }
    assertThat(events).as("seed=" + seed).isEqualTo(decode(stream));
  }

  @Test
  void aMessageCutOffIsToldOnceNoMoreWillCome() {
    XimuMessageDecoder decoder = new XimuMessageDecoder();
    decoder.offer(new byte[] {'I', ','}, 0, 2);
    assertThat(decoder.next()).isFalse();
    decoder.finish();
    assertThat(decoder.next()).isTrue();
    assertThat(decoder.event()).isInstanceOf(XimuEvent.Skipped.class);
    assertThat(decoder.next()).isFalse();
  }

  @Test
  void aPingIsOneLine() {
    assertThat(XimuCommand.ping()).asString().isEqualTo("{\"ping\":null}\n");
  }

  private static List<XimuEvent> decode(byte[] stream) {
    XimuMessageDecoder decoder = new XimuMessageDecoder();
    List<XimuEvent> events = new ArrayList<>();
    decoder.offer(stream, 0, stream.length);
    drain(decoder, events);
    return events;
  }

  private static void drain(XimuMessageDecoder decoder, List<XimuEvent> events) {
    while (decoder.next()) {
      events.add(decoder.event());
    }
  }
}
