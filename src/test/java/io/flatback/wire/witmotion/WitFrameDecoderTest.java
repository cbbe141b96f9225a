package io.flatback.wire.witmotion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WitFrameDecoderTest {
  private static final byte[] ONE_G = HexFormat.of().parseHex("5551000000000008b80b71");
  private static final byte[] BLUETOOTH = HexFormat.of().parseHex("55612706bc0179065500e7fec4fa3e00eaff0000");

  @Test
  void readsTheConstructedCheckFrame() {
    assertThat(decode(ONE_G))
        .containsExactly(new WitEvent.Triplet(WitFrameDecoder.ACCELERATION, (short) 0, (short) 0, (short) 2048,
            (short) 3000, 11));
  }

  @Test
  void readsARealBluetoothFrameWhenTheNextBeginsBehindIt() {
    WitEvent.Motion motion =
        new WitEvent.Motion((short) 0x0627, (short) 0x01BC, (short) 0x0679, (short) 0x55, (short) -281, (short) -1340, 20);
    WitFrameDecoder decoder = new WitFrameDecoder();

    assertThat(feed(decoder, BLUETOOTH)).as("it may have been cut short").isEmpty();
    assertThat(feed(decoder, BLUETOOTH)).containsExactly(motion);
    decoder.finish();
    assertThat(feed(decoder)).as("nothing will come").singleElement().isInstanceOf(WitEvent.Motion.class);
  }

  @Test
  void aFrameCutShortIsNotTakenForWhole() {
    byte[] cut = concatenated(BLUETOOTH, HexFormat.of().parseHex("55612706bc0179"), BLUETOOTH, BLUETOOTH);

    List<WitEvent> events = decode(cut);

    assertThat(motions(events)).hasSize(3).allSatisfy(m -> assertThat(m.accX()).isEqualTo((short) 0x0627));
    assertThat(motions(events)).allSatisfy(m -> assertThat(m.gyroZ()).isEqualTo((short) -1340));
    assertThat(events).filteredOn(WitEvent.Skipped.class::isInstance).singleElement()
        .extracting(e -> ((WitEvent.Skipped) e).byteCount()).isEqualTo(7);
  }

  @Test
  void onAWrongSumOneByteIsDroppedNotAFrame() {
    byte[] shifted = concatenated(new byte[] {0x55, 0x51, 0x55}, ONE_G, ONE_G);

    assertThat(decode(shifted)).hasSize(3).last().isInstanceOf(WitEvent.Triplet.class);
    assertThat(decode(shifted).getFirst()).extracting(e -> ((WitEvent.Skipped) e).byteCount()).isEqualTo(3);
  }

  @Test
  void readsTheAnswerToARegister() {
    byte[] battery = HexFormat.of().parseHex("55716400" + "8601" + "00".repeat(14));

    assertThat(decode(concatenated(battery, BLUETOOTH)).getFirst())
        .isEqualTo(new WitEvent.Registers(0x64, (short) 0x0186, 20));
  }

  @Test
  void anotherProtocolIsToldWithinAFewHundredBytes() {
    assertThat(decode(new byte[300])).hasSize(2).allSatisfy(event ->
        assertThat(((WitEvent.Skipped) event).detail()).contains("no WitMotion frame", "check baud rate and driver"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void doesNotCareHowTheBytesAreCut(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < 200; i++) {
      byte[] garbage = new byte[random.nextInt(4) == 0 ? random.nextInt(40) : 0];
      random.nextBytes(garbage);
      bytes.writeBytes(garbage);
      bytes.writeBytes(random.nextBoolean() ? ONE_G : BLUETOOTH);
    }
    byte[] stream = bytes.toByteArray();
    WitFrameDecoder decoder = new WitFrameDecoder();
    List<WitEvent> events = new ArrayList<>();
    for (int at = 0; at < stream.length; ) {
      int length = Math.min(random.nextInt(30), stream.length - at);
      decoder.offer(stream, at, length);
      at += length;
      drain(decoder, events);
    }
    decoder.finish();
    drain(decoder, events);

    assertThat(events).as("seed=" + seed).isEqualTo(decode(stream));
  }

  @Test
  void commandsAreTheMakers() {
    assertThat(WitCommand.unlock()).asHexString().isEqualTo("FFAA6988B5");
    assertThat(WitCommand.rate(100)).asHexString().isEqualTo("FFAA030900");
    assertThat(WitCommand.outputs()).asHexString().isEqualTo("FFAA020600");
    assertThat(WitCommand.save()).asHexString().isEqualTo("FFAA000000");
  }

  private static List<WitEvent.Motion> motions(List<WitEvent> events) {
    return events.stream().filter(WitEvent.Motion.class::isInstance).map(WitEvent.Motion.class::cast).toList();
  }

  private static List<WitEvent> decode(byte[] stream) {
    WitFrameDecoder decoder = new WitFrameDecoder();
    List<WitEvent> events = new ArrayList<>(feed(decoder, stream));
    decoder.finish();
    drain(decoder, events);
    return events;
  }

  private static List<WitEvent> feed(WitFrameDecoder decoder, byte... stream) {
    List<WitEvent> events = new ArrayList<>();
    decoder.offer(stream, 0, stream.length);
    drain(decoder, events);
    return events;
  }

  private static void drain(WitFrameDecoder decoder, List<WitEvent> events) {
    while (decoder.next()) {
      events.add(decoder.event());
    }
  }

  private static byte[] concatenated(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
