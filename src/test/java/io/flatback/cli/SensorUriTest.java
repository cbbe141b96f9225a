package io.flatback.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flatback.cli.SensorUri.Scheme;
import io.flatback.link.NetworkAddress;
import io.flatback.signal.Placement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SensorUriTest {
  @Test
  void readsWhatTheContractsShow() {
    SensorUri serial = SensorUri.parse("serial:/dev/ttyUSB0?baud=230400&placement=sacrum&driver=flatback");
    assertThat(serial.scheme()).isEqualTo(Scheme.SERIAL);
    assertThat(serial.target()).isEqualTo("/dev/ttyUSB0");
    assertThat(serial.baud(115_200)).isEqualTo(230_400);
    assertThat(serial.placement()).contains(Placement.SACRUM);
    assertThat(serial.driver()).isEqualTo("flatback");

    SensorUri tcp = SensorUri.parse("tcp:192.168.1.1:7000?placement=sacrum");
    assertThat(tcp.networkAddress()).isEqualTo(new NetworkAddress("192.168.1.1", 7000));
    assertThat(tcp.driver()).as("what speaks over a network").isEqualTo("ximu3");
    SensorUri udp = SensorUri.parse("udp:[fe80::1]:9000?listen=8001&driver=ximu3");
    assertThat(udp.networkAddress()).isEqualTo(new NetworkAddress("fe80::1", 9000));
    assertThat(udp.listenPort()).isEqualTo(8001);
    assertThat(SensorUri.parse("udp:imu:9000").listenPort()).as("as the maker sets it").isEqualTo(8000);
    assertThat(SensorUri.parse("serial:COM3?driver=witmotion").driver()).isEqualTo("witmotion");

    assertThat(SensorUri.parse("ble:A1:F2:33").target()).isEqualTo("A1:F2:33");
    assertThat(SensorUri.parse("replay:a/b.csv?speed=4").speed()).isEqualTo(4);
    assertThat(SensorUri.parse("sim:clean?seed=7").seed()).isEqualTo(7);
  }

  @Test
  void whatIsNotSaidHasItsUsualValue() {
    SensorUri uri = SensorUri.parse("sim:clean");
    assertThat(uri.parameters()).isEqualTo(Map.of());
    assertThat(uri.speed()).isEqualTo(1);
    assertThat(uri.seed()).isEqualTo(1);
    assertThat(uri.placement()).isEmpty();
    assertThat(SensorUri.parse("serial:COM3").baud(115_200)).isEqualTo(115_200);
  }

  @Test
  void speedMayBeMax() {
    assertThat(SensorUri.parse("replay:x.csv?speed=max").speed()).isZero();
    assertThat(SensorUri.parse("replay:x.csv?speed=0").speed()).isZero();
    assertThat(SensorUri.parse("replay:x.csv?speed=0.25").speed()).isEqualTo(0.25);
  }

  @Test
  void aFileNameMayHoldAQuestionMark() {
    assertThat(SensorUri.parse("replay:why?.csv?speed=2").target()).isEqualTo("why?.csv");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
    "nonsense | begins with none of serial:, tcp:, udp:, ble:, replay:, sim:",
    "usb:x | begins with none of",
    "serial: | names nothing behind 'serial:'",
    "sim:?seed=1 | names nothing behind 'sim:'",
    "serial:x?speed=4 | 'speed=4', expected baud=…, driver=…, placement=…",
    "sim:x?seed | 'seed', expected placement=…, seed=…, speed=…",
    "sim:x?seed=1&seed=2 | 'seed' twice",
    "serial:x?baud=fast | baud=fast, expected a whole number",
    "serial:x?baud=0 | baud=0, expected a whole number from 1",
    "serial:x?baud=9600.5 | expected a whole number",
    "sim:x?seed=1.5 | seed=1.5, expected a whole number",
    "replay:x?speed=-1 | speed=-1, expected a number from 0",
    "replay:x?speed=NaN | speed=NaN, expected a number from 0",
    "serial:x?placement=wrist | placement=wrist, expected lumbar or sacrum",
    "tcp:x | 'x' is no address, expected HOST:PORT",
    "tcp:x:70000 | port=70000, expected 1 to 65535",
    "udp:x:9000?listen=-1 | listen=-1, expected a whole number from 0",
    "serial:x?driver=fax | driver=fax, expected flatback"
  })
  void saysWhatIsWrong(String text, String words) {
    assertThatThrownBy(() -> SensorUri.parse(text)).isInstanceOf(UsageException.class).hasMessageContaining(words)
        .hasMessageContaining(text);
  }
}
