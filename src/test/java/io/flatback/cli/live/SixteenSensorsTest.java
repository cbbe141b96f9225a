package io.flatback.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.Tools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Twenty seconds of what the command of CONTRIBUTING does for five minutes. */
@Timeout(90)
class SixteenSensorsTest {
  @Test
  void eightOverSerialPortsAndEightPlayedLoseNothing() throws Exception {
    Tools.require("socat", "apt install socat");
    assertThat(new SixteenSensors().run(20, 8, 8)).as("no loss, and streaming all the time: see the table above").isTrue();
  }
}
