package io.flatback.cli.live;

import io.flatback.link.ByteLink;
import io.flatback.link.HostClock;
import io.flatback.link.LinkOpener;
import io.flatback.link.SerialLink;
import io.flatback.recording.DecoderFactory;
import io.flatback.session.SensorDriver;
import io.flatback.session.SessionEvent.SensorStatus;
import io.flatback.signal.Placement;
import io.flatback.sim.Episode;
import io.flatback.sim.ReferenceSensor;
import io.flatback.sim.Scenario;
import io.flatback.sim.Scenarios;
import io.flatback.sim.SimLink;
import io.flatback.sim.SimulatedReader;
import io.flatback.sim.SimulatedRecording;
import io.flatback.sim.Technique;
import io.flatback.store.Database;
import io.flatback.web.EventHub;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Sixteen sensors at once through the whole service: eight over pseudo-terminals of the operating system, made by
 * socat, and eight that are played. Prints what was lost, and what processor and memory it took; fails on any loss.
 */
final class SixteenSensors {
  private static final double RATE_HZ = 100;
  private static final double STARTING_SECONDS = 3;
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final List<Process> cables = new ArrayList<>();
  private final List<Thread> devices = new ArrayList<>();
  private volatile boolean over;

  boolean run(int seconds, int serial, int played) throws Exception {
    Path directory = Files.createTempDirectory("flatback-sixteen");
    DecoderFactory decoders = (driver, placement) -> SensorDriver.flatback(placement).decoder();
    List<LiveSensor> sensors = new ArrayList<>();
    for (int i = 0; i < serial; i++) {
      sensors.add(overSerial(directory, i, seconds));
    }
    for (int i = 0; i < played; i++) {
      int seed = serial + i;
      String uri = "sim:sixteen?seed=" + seed;
      sensors.add(sensor(uri, () -> link(uri, seed, seconds)));
    }
    try (Database database = Database.open(directory.resolve("data"));
        LiveService live =
            LiveService.open(
                database, new EventHub(database.events(), InstantSource.system()), decoders, sensors, HostClock.SYSTEM)) {
      return listen(live, seconds);
    } finally {
      over = true;
      devices.forEach(Thread::interrupt);
      cables.forEach(Process::destroyForcibly);
    }
  }

  private static LiveSensor sensor(String uri, LinkOpener opener) {
    return new LiveSensor(uri, Placement.LUMBAR, "flatback", opener, () -> SensorDriver.flatback(Placement.LUMBAR));
  }

  private static Scenario scenario(int seed, int seconds) {
    List<Episode> script = new ArrayList<>();
    script.add(new Episode.Standing(4 + seed % 5));
    for (int s = 0; s < seconds; s += 40) {
      script.add(Episode.Lifting.of(Technique.DEADLIFT, 8, 110.0, Episode.Lifting.Ending.STAND));
      script.add(new Episode.Standing(15));
    }
    script.add(new Episode.Standing(30));
    return Scenarios.of("clean").withScript(script);
  }

  private static SimLink link(String uri, int seed, int seconds) {
    SimulatedReader reader = new SimulatedRecording(scenario(seed, seconds), seed).open();
    ReferenceSensor sensor =
        new ReferenceSensor(
            ReferenceSensor.hello(RATE_HZ, String.format("F1A7BAC0%08X", seed)), reader, Placement.LUMBAR);
    return new SimLink(uri, sensor, reader, 1, HostClock.SYSTEM);
  }

  private LiveSensor overSerial(Path directory, int seed, int seconds) throws IOException, InterruptedException {
    Path device = directory.resolve("device" + seed);
    Path host = directory.resolve("host" + seed);
    cables.add(
        new ProcessBuilder("socat", "pty,rawer,link=" + device, "pty,rawer,link=" + host)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start());
    for (int i = 0; i < 500 && !(Files.exists(device) && Files.exists(host)); i++) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    TimeUnit.MILLISECONDS.sleep(50);
    SimLink sensor = link("serial:" + host, seed, seconds);
    SerialLink wire = SerialLink.open(device.toString(), SerialLink.DEFAULT_BAUD);
    devices.add(Thread.ofPlatform().daemon().name("says " + seed).start(() -> copy(sensor, wire)));
    devices.add(Thread.ofPlatform().daemon().name("hears " + seed).start(() -> copy(wire, sensor)));
    return sensor("serial:" + host, () -> SerialLink.open(host.toString(), SerialLink.DEFAULT_BAUD));
  }

  private void copy(ByteLink from, ByteLink to) {
    byte[] buffer = new byte[8192];
    try {
      for (int length = from.read(buffer); length >= 0 && !over; length = from.read(buffer)) {
        if (length > 0) {
          to.write(Arrays.copyOf(buffer, length));
        }
      }
    } catch (IOException gone) {
      // The run is over, or it shows as a loss.
    }
  }

  private boolean listen(LiveService live, int seconds) throws InterruptedException {
    live.listen();
    TimeUnit.MILLISECONDS.sleep((long) (1000 * STARTING_SECONDS));
    long cpuNanos = PROCESS.getProcessCpuTime();
    long beginNanos = System.nanoTime();
    int troubles = 0;
    while (System.nanoTime() - beginNanos < seconds * 1_000_000_000L) {
      TimeUnit.SECONDS.sleep(1);
      troubles += statuses(live).stream().mapToInt(SixteenSensors::isTroubled).sum();
    }
    double cores = (PROCESS.getProcessCpuTime() - cpuNanos) / (double) (System.nanoTime() - beginNanos);
    System.gc();
    long usedBytes = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    double worstLoss = statuses(live).stream().mapToDouble(s -> s.figures().lossRatio()).max().orElse(1);
    for (SensorStatus status : statuses(live)) {
      System.out.printf(
          Locale.ROOT, "%-48s %-10s %6.2f Hz  jitter %5.2f ms  lost %.4f %%  ping %5.1f ms  drift %6.1f ppm%n",
          status.sensor().replaceFirst("/.*/", ""), status.state(), status.figures().rateHz(),
          status.figures().jitterMs(), 100 * status.figures().lossRatio(), status.figures().roundTripMs(),
          status.figures().clockDriftPpm());
    }
    System.out.printf(
        Locale.ROOT,
        "%d sensors, %d s: worst loss %.4f %%, %d seconds not streaming, processor %.0f %% of one core (the simulated"
            + " sensors are part of it), %.0f MB of heap in use%n",
        statuses(live).size(), seconds, 100 * worstLoss, troubles, 100 * cores, usedBytes * 1e-6);
    return worstLoss == 0 && troubles == 0;
  }

  private static List<SensorStatus> statuses(LiveService live) {
    return live.platforms().stream().flatMap(platform -> platform.sensors().stream()).toList();
  }

  private static int isTroubled(SensorStatus status) {
    return status.state() == SensorStatus.State.STREAMING ? 0 : 1;
  }
}
