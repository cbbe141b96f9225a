package io.flatback.cli.firmware;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A sensor that is all there but the silicon, with a pseudo-terminal for its cable: the AVR firmware in an
 * emulated processor, with an emulated MPU-6050 on its bus that plays a motion; or the core as a program.
 * Orders and answers as bench.c and sensor.c say.
 */
public final class Bench implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Path port;
  private final Process process;
  private final Writer orders;
  private final List<String> lines = new ArrayList<>();

  private Bench(Path port, Process process) {
    this.port = port;
    this.process = process;
    this.orders = process.outputWriter();
    Thread.ofPlatform().daemon().name("bench").start(this::listen);
  }

  /**
   * @param motion a recording of one sensor at the firmware's 100 Hz
   * @param speed times as fast as life
   */
  public static Bench avr(Path directory, Path motion, double speed) throws IOException, InterruptedException {
    String firmware = Firmware.build("flatback-avr.elf").toString();
    return start(directory, List.of(Firmware.build("bench").toString(), firmware, motion.toString()), speed);
  }

  /** The core as a program of this machine, with a ring of so many readings. */
  public static Bench host(Path directory, Path motion, int ringReadings, double speed)
      throws IOException, InterruptedException {
    return start(
        directory,
        List.of(Firmware.build("sensor").toString(), motion.toString()),
        Integer.toString(ringReadings),
        speed);
  }

  private static Bench start(Path directory, List<String> program, double speed)
      throws IOException, InterruptedException {
    return start(directory, program, "", speed);
  }

  private static Bench start(Path directory, List<String> program, String ring, double speed)
      throws IOException, InterruptedException {
    Path port = directory.resolve("sensor");
    List<String> command = new ArrayList<>(program);
    command.add(port.toString());
    if (!ring.isEmpty()) {
      command.add(ring);
    }
    command.add(Double.toString(speed));
    Bench bench = new Bench(port, new ProcessBuilder(command).redirectErrorStream(true).start());
    bench.awaitLine("ready", 0);
    return bench;
  }

  private void listen() {
    try (BufferedReader reader = process.inputReader()) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        synchronized (lines) {
          lines.add(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where a host finds its cable. */
  public Path port() {
    return port;
  }

  /** Returns when it is done. */
  public void order(String order) throws IOException {
    int before = lines().size();
    orders.write(order + "\n");
    orders.flush();
    awaitLine("done " + order, before);
  }

  /** @return the first such line after so many */
  public String awaitLine(String start, int after) {
    return await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(5))
        .until(
            () -> lines().stream().skip(after).filter(line -> line.startsWith(start)).findFirst().orElse(""),
            line -> !line.isEmpty());
  }

  public List<String> lines() {
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }

  /** Readings of the chip so far, and how many of them nobody fetched. */
  public record Counted(long readings, long unread) {}

  public Counted count() throws IOException {
    int before = lines().size();
    order("count");
    String[] words = awaitLine("counted ", before).split(" ");
    return new Counted(Long.parseLong(words[1]), Long.parseLong(words[2]));
  }

  /** @return how long the motor ran the latest time, in seconds of the device */
  public double awaitMotor(int after) {
    double on = Double.parseDouble(awaitLine("motor 1 at ", after).substring("motor 1 at ".length()));
    double off = Double.parseDouble(awaitLine("motor 0 at ", after).substring("motor 0 at ".length()));
    return off - on;
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    try {
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
