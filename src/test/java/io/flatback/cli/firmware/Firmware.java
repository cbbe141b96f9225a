package io.flatback.cli.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.Tools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Builds what is in firmware-protocol, into target/, and runs the programs that test it. */
public final class Firmware {
  static final Path SOURCES = Path.of("firmware-protocol");

  private static final Path OUT = Path.of("target", "firmware").toAbsolutePath();
  private static final Path SIMAVR_HEADER = Path.of("/usr/include/simavr/sim_avr.h");

  private Firmware() {}

  public static void needHostCompiler() {
    Tools.require("make", "apt install make");
    Tools.require("gcc", "apt install gcc libc6-dev");
  }

  public static void needAvrCompiler() {
    needHostCompiler();
    Tools.require("avr-gcc", "apt install gcc-avr avr-libc binutils-avr");
  }

  public static void needEmulator() {
    needAvrCompiler();
    Tools.requireFile(SIMAVR_HEADER, "apt install libsimavr-dev libelf-dev");
  }

  /** @return the file that was made */
  public static Path build(String name) throws IOException, InterruptedException {
    Path built = OUT.resolve(name);
    make(built.toString());
    return built;
  }

  /** @return what {@code make} printed */
  public static String make(String target) throws IOException, InterruptedException {
    Ran ran =
        run(new byte[0], List.of("make", "--no-print-directory", "-C", SOURCES.toString(), "OUT=" + OUT, target));
    assertThat(ran.exitCode()).as(ran.text()).isZero();
    return ran.text();
  }

  /** A program that has ended. */
  record Ran(int exitCode, byte[] output) {
    String text() {
      return new String(output, StandardCharsets.UTF_8);
    }
  }

  static Ran run(byte[] input, List<String> command) throws IOException, InterruptedException {
    Files.createDirectories(OUT);
    Path in = Files.createTempFile(OUT, "in", "");
    Files.write(in, input);
    Process process = new ProcessBuilder(new ArrayList<>(command))
        .redirectErrorStream(true)
        .redirectInput(in.toFile())
        .start();
    byte[] output = process.getInputStream().readAllBytes();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    Files.delete(in);
    return new Ran(process.exitValue(), output);
  }
}
