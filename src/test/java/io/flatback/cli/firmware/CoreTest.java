package io.flatback.cli.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.Tools;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the firmware's core does, how it takes hostile bytes, and how large it is. */
class CoreTest {
  private static final int MOST_FLASH_BYTES = 2048;
  private static final Pattern CORE_BYTES = Pattern.compile("core (\\d+) bytes");

  @Test
  void behavesAsTheStateMachineSays() throws Exception {
    Firmware.needHostCompiler();
    assertEveryCheckHolds("behave", 30);
  }

  /** Compiled against stand-ins of its board's libraries and run through a minute of its life. */
  @Test
  void theArduinoSketchDoesWhatItSays() throws Exception {
    Firmware.needHostCompiler();
    Tools.require("g++", "apt install g++");
    assertEveryCheckHolds("sketch", 15);
  }

  private static void assertEveryCheckHolds(String program, int atLeast) throws Exception {
    Firmware.Ran ran = Firmware.run(new byte[0], List.of(Firmware.build(program).toString()));

    assertThat(ran.text().lines().filter(line -> !line.startsWith("ok "))).isEmpty();
    assertThat(ran.exitCode()).isZero();
    assertThat(ran.text().lines()).hasSizeGreaterThan(atLeast);
  }

  /** Two seconds of it; {@code make -C firmware-protocol fuzz} takes a minute. */
  @Test
  void hostileBytesDoNoHarm() throws Exception {
    Firmware.needHostCompiler();
    Firmware.Ran ran = Firmware.run(new byte[0], List.of(Firmware.build("fuzz").toString(), "2", "20261122"));

    assertThat(ran.exitCode()).as(ran.text()).isZero();
    assertThat(ran.text()).contains("no complaint");
  }

  @Test
  void takesTwoKilobytesOfAnAvr() throws Exception {
    Firmware.needAvrCompiler();
    String said = Firmware.make("size");

    Matcher size = CORE_BYTES.matcher(said);
    assertThat(size.find()).as(said).isTrue();
    assertThat(Integer.parseInt(size.group(1))).as(said).isBetween(1000, MOST_FLASH_BYTES);
  }
}
