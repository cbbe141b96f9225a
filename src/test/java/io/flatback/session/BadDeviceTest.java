package io.flatback.session;

import static io.flatback.session.SessionEvent.SensorStatus.State.CONNECTING;
import static io.flatback.session.SessionEvent.SensorStatus.State.DEGRADED;
import static io.flatback.session.SessionEvent.SensorStatus.State.ENDED;
import static io.flatback.session.SessionEvent.SensorStatus.State.SILENT;
import static io.flatback.session.SessionEvent.SensorStatus.State.STREAMING;
import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.link.FakeClock;
import io.flatback.signal.Gap;
import io.flatback.signal.Placement;
import io.flatback.wire.Packets;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is on the other end is not what was expected: each a state with a reason that says what to do. */
class BadDeviceTest {
  private final FakeClock clock = new FakeClock();
  private final BenchDevice device = new BenchDevice(clock);
  private final Heard heard = new Heard(clock::seconds);

  private void run(DevicesInUse devices, double seconds) {
    device.endSeconds = seconds;
    new SensorSupervisor(
            "bench:1", Placement.LUMBAR, device::open, SensorDriver.flatback(Placement.LUMBAR), heard, clock,
            new SplittableRandom(1), devices)
        .run();
  }

  private void runDeaf(byte[] saidEveryFrame) {
    device.hellosToIgnore = Integer.MAX_VALUE;
    device.noise = () -> {
      clock.sleep(BenchDevice.FRAME_NANOS);
      return saidEveryFrame;
    };
    run(new DevicesInUse(), 6);
    assertThat(heard.states()).containsExactly(CONNECTING, SILENT, ENDED);
    assertThat(heard.secondOf(SILENT, 0)).isLessThan(2);
  }

  @Test
  void aWitMotionIsNamed() {
    runDeaf(HexFormat.of().parseHex("5551000000000008B80B71"));
    assertThat(heard.reasonOf(SILENT)).contains("another maker's device", "driver=witmotion");
  }

  @Test
  void anXimu3IsNamed() {
    runDeaf("I,1000000,0.0,0.1,-0.2,0.0,0.0,1.0\r\n".getBytes(StandardCharsets.US_ASCII));
    assertThat(heard.reasonOf(SILENT)).contains("driver=ximu3");
  }

  /** Check sum right, content not: what was found, what was expected, what to do. */
  @ParameterizedTest
  @CsvSource({
    "a future version, 1, 02, 'HELLO version=2.0'",
    "an accelerometer of nothing, 16, 00000000, 'accelerometer LSB nano-g=0'",
    "a gyroscope of 4 million, 20, FFFFFFFF, 'gyro LSB'",
    "no rate, 14, 0000, rate_centihz",
  })
  void aHelloThatCanNotBeMeant(String what, int at, String hex, String said) {
    byte[] hello = Packets.of(BenchDevice.hello());
    ByteBuffer.wrap(hello).put(at, HexFormat.of().parseHex(hex));
    runDeaf(Packets.framed(hello));
    assertThat(heard.reasonOf(SILENT)).as(what).contains(said, "update flatback or reflash");
    assertThat(heard.samples()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"0", "41", "255"})
  void framesThatSayImpossibleCountsDegradeAStreamThatGoesOn(int n) {
    byte[] packet = new byte[14];
    packet[0] = 0x10;
    packet[12] = (byte) n;
    device.noise =
        () -> {
          clock.sleep(BenchDevice.FRAME_NANOS);
          return Packets.framed(packet);
        };
    run(new DevicesInUse(), 15);
    assertThat(heard.states()).containsExactly(CONNECTING, STREAMING, DEGRADED, ENDED);
    assertThat(heard.reasonOf(DEGRADED)).contains("damaged frames", "IMU6 n=" + n);
    assertThat(heard.gaps()).isEmpty();
  }

  @Test
  void halfANotificationCostsItsFrameAndNoMore() {
    device.cutEvery = 20;
    run(new DevicesInUse(), 20);
    assertThat(heard.states()).containsExactly(CONNECTING, STREAMING, DEGRADED, ENDED);
    assertThat(heard.reasonOf(DEGRADED)).containsAnyOf("readings lost", "damaged frames");
    assertThat(heard.gaps()).allSatisfy(gap -> assertThat(gap.missingSamples()).isEqualTo(10));
  }

  @Test
  void anIndexThatGoesBackIsANewBeginningAndSaid() {
    device.indexBackSeconds = 6;
    run(new DevicesInUse(), 18);
    assertThat(heard.gaps()).singleElement().extracting(Gap::reason).isEqualTo(Gap.Reason.RESET);
    assertThat(heard.states()).containsExactly(CONNECTING, STREAMING, DEGRADED, STREAMING, ENDED);
    assertThat(heard.reasonOf(DEGRADED)).contains("began anew");
  }

  @Test
  void aChipThatHasStoppedIsSaidThoughItsDeviceGoesOn() {
    device.frozenFromSeconds = 8;
    run(new DevicesInUse(), 20);
    assertThat(heard.states()).containsExactly(CONNECTING, STREAMING, DEGRADED, ENDED);
    assertThat(heard.reasonOf(DEGRADED)).contains("every reading", "switch it off and on");
    assertThat(heard.secondOf(DEGRADED, 0)).isBetween(12.9, 14.5);
  }

  @Test
  void oneNumberOnTwoDevicesIsSaidOfTheSecond() {
    DevicesInUse devices = new DevicesInUse();
    assertThat(devices.otherWith(BenchDevice.hello().uid(), "bench:0")).isEmpty();
    run(devices, 5);
    assertThat(heard.states()).containsExactly(CONNECTING, DEGRADED, ENDED);
    assertThat(heard.reasonOf(DEGRADED)).contains("F1A7BAC00000A1F2", "bench:0", "its own number");
    devices.release("bench:0");
    assertThat(devices.otherWith(BenchDevice.hello().uid(), "bench:2")).isEmpty();
  }
}
