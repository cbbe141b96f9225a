package io.flatback.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.Tools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Ten seconds, or as many as {@code flatback.sixteen.seconds} says. */
@Timeout(900)
class SixteenSensorsTest {
  private static final int SECONDS = Integer.getInteger("flatback.sixteen.seconds", 10);

  @Test
  void eightOverSerialPortsAndEightPlayedLoseNothing() throws Exception {
    Tools.require("socat", "apt install socat");
    assertThat(new SixteenSensors().run(SECONDS, 8, 8))
        .as("no loss, and streaming all the time: see the table above")
        .isTrue();
  }
}
