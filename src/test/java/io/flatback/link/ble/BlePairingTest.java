package io.flatback.link.ble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flatback.link.ByteLink;
import io.flatback.link.LinkLostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Devices that want a bond. */
@Timeout(60)
class BlePairingTest extends BluezBench {
  @Test
  void aDeviceThatWantsABondIsPairedOnceAndTrusted() throws Exception {
    sensor.wantsBond = true;
    BleLinkOpener opener = opener(sensor.address);
    try (ByteLink link = opener.open()) {
      bluez.notify(sensor, new byte[] {9});
      assertThat(read(link)).containsExactly(9);
    }
    assertThat(sensor.paired).isTrue();
    assertThat(sensor.trusted).isTrue();
    assertThat(sensor.subscriptionsOfConnection()).containsExactly(1);
  }

  @Test
  void aDeviceThatHangsUpForWantOfABondIsAskedForOne() throws Exception {
    sensor.wantsBond = true;
    sensor.refusesUnasked = true;
    try (ByteLink link = opener(sensor.address).open()) {
      bluez.notify(sensor, new byte[] {9});
      bluez.notify(sensor, new byte[] {10});
      assertThat(read(link)).containsExactly(9);
      assertThat(read(link)).containsExactly(10);
    }
    assertThat(sensor.paired).isTrue();
    assertThat(sensor.trusted).isTrue();
  }

  @Test
  void aDeviceThatRefusesToPairSaysToPressItsButtonAndMayBeTriedAgain() throws Exception {
    sensor.wantsBond = true;
    sensor.refusesToPair = true;
    BleLinkOpener opener = opener(sensor.address);
    assertThatThrownBy(opener::open)
        .isInstanceOf(LinkLostException.class)
        .hasMessageContainingAll("refused to pair", "press the sensor's button");
    sensor.refusesToPair = false;
    opener.open().close();
  }
}
