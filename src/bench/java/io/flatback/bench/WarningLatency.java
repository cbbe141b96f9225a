package io.flatback.bench;

import io.flatback.cli.live.LiveSensor;
import io.flatback.cli.live.LiveService;
import io.flatback.link.HostClock;
import io.flatback.recording.DecoderFactory;
import io.flatback.session.SensorDriver;
import io.flatback.signal.Placement;
import io.flatback.sim.Episode;
import io.flatback.sim.Episode.Lifting;
import io.flatback.sim.Episode.Lifting.Ending;
import io.flatback.sim.Pose;
import io.flatback.sim.Progression;
import io.flatback.sim.ReferenceSensor;
import io.flatback.sim.Scenario;
import io.flatback.sim.Scenarios;
import io.flatback.sim.SimLink;
import io.flatback.sim.SimulatedRecording;
import io.flatback.sim.Technique;
import io.flatback.store.Database;
import io.flatback.web.EventHub;
import io.flatback.web.ServiceMetrics;
import io.flatback.web.WebServer;
import io.flatback.web.WebSettings;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long a warning takes from the reading that decides it to whoever looks on: sensors stream at 100 Hz in real
 * time, everything is stored as always, several clients and a browser listen. The clock starts when the host is handed
 * the frame with that reading and stops when the client has the event.
 */
public final class WarningLatency {
  private static final double RATE_HZ = 100;
  private static final int CLIENTS = 4;
  private static final Set<String> DECIDED = Set.of("warning", "rep_completed", "set_ended");
  private static final JsonMapper JSON = JsonMapper.shared();

  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final Map<String, ConcurrentSkipListMap<Long, Long>> handedOver = new ConcurrentHashMap<>();
  private final Map<String, String> sensorOfPlatform = new ConcurrentHashMap<>();

  private WarningLatency() {}

  /** @param args how many sensors (20), how many sets of eight each (6) */
  public static void main(String[] args) throws Exception {
    int sensors = args.length > 0 ? Integer.parseInt(args[0]) : 20;
    int sets = args.length > 1 ? Integer.parseInt(args[1]) : 6;
    new WarningLatency().run(sensors, sets);
    System.exit(0);
  }

  /** Sets that slow, each from its fourth rep on; nobody waits for the others to begin. */
  private static Scenario scenario(int sets, int lifter) {
    List<Episode> script = new ArrayList<>();
    script.add(new Episode.Standing(4 + lifter * 0.73 % 10));
    for (int i = 0; i < sets; i++) {
      script.add(
          Lifting.of(Technique.DEADLIFT, 8, 110.0, Ending.STAND)
              .withProgression(new Progression(4, 1.0, Pose.sagittal(0, 0, 4, 8), 0.4)));
      script.add(new Episode.Standing(15));
    }
    return Scenarios.of("clean").withScript(script);
  }

  private void run(int sensors, int sets) throws Exception {
    Path directory = Files.createTempDirectory("flatback-latency");
    try (Database database = Database.open(directory)) {
      EventHub hub = new EventHub(database.events(), InstantSource.system());
      DecoderFactory decoders = (driver, placement) -> SensorDriver.flatback(placement).decoder();
      List<LiveSensor> all = new ArrayList<>();
      double seconds = 0;
      for (int i = 1; i <= sensors; i++) {
        SimulatedRecording lifter = new SimulatedRecording(scenario(sets, i), i);
        all.add(sensor(lifter, i));
        seconds = Math.max(seconds, lifter.truth().durationSeconds());
      }
      try (LiveService live = LiveService.open(database, hub, decoders, all, HostClock.SYSTEM);
          WebServer server =
              WebServer.start(
                  new WebSettings(WebSettings.LOOPBACK, 0, null),
                  new WebServer.Parts(database, decoders, live, hub, new ServiceMetrics(), "bench"))) {
        live.platforms().forEach(platform ->
            sensorOfPlatform.put(platform.id(), platform.sensors().getFirst().sensor()));
        listen(live, server.address(), seconds);
      }
    }
  }

  private LiveSensor sensor(SimulatedRecording lifter, long seed) throws IOException {
    Prerendered readings = new Prerendered(lifter);
    String uri = "sim:latency?seed=" + seed;
    ConcurrentSkipListMap<Long, Long> stamps = new ConcurrentSkipListMap<>();
    handedOver.put(uri, stamps);
    return new LiveSensor(
        uri, Placement.LUMBAR, "flatback", () -> new StampedLink(link(readings, uri), stamps),
        () -> SensorDriver.flatback(Placement.LUMBAR));
  }

  private static SimLink link(Prerendered readings, String uri) {
    String uid = String.format("F1A7BAC0%08X", uri.hashCode());
    ReferenceSensor sensor = new ReferenceSensor(ReferenceSensor.hello(RATE_HZ, uid), readings, Placement.LUMBAR);
    return new SimLink(uri, sensor, readings, 1, HostClock.SYSTEM);
  }

  private void listen(LiveService live, String address, double seconds) throws Exception {
    List<LiveEars> ears = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      ears.add(new LiveEars(address, DECIDED));
    }
    Optional<BrowserEars> browser = BrowserEars.open(address);
    live.listen();
    long cpuNanos = PROCESS.getProcessCpuTime();
    System.out.printf(Locale.ROOT, "%d sensors at %.0f Hz, %.0f s%n", handedOver.size(), RATE_HZ, seconds);
    Thread.sleep((long) (1000 * seconds + 3000));
    System.out.printf(
        Locale.ROOT, "processor %.0f %% of one core, the listening clients included%n",
        100 * (PROCESS.getProcessCpuTime() - cpuNanos) * 1e-9 / (seconds + 3));
    for (String name : DECIDED.stream().sorted().toList()) {
      print(name + ", " + CLIENTS + " clients",
          ears.stream().flatMap(one -> one.heard().stream()).filter(one -> one.name().equals(name)).toList());
    }
    if (browser.isPresent()) {
      try (BrowserEars open = browser.get()) {
        print("warning, browser", open.heard());
      }
    } else {
      System.out.println("warning, browser: chromium and chromedriver are not installed");
    }
    for (LiveEars one : ears) {
      one.close();
    }
  }

  private void print(String what, List<LiveEars.Heard> heard) {
    double[] ms = heard.stream().mapToDouble(this::latencyMs).sorted().toArray();
    if (ms.length == 0) {
      System.out.println(what + ": none came");
      return;
    }
    System.out.printf(
        Locale.ROOT, "%-28s n %5d   median %6.2f   p99 %6.2f   worst %6.2f ms%n", what, ms.length,
        quantile(ms, 0.5), quantile(ms, 0.99), ms[ms.length - 1]);
    if (Arrays.stream(ms).anyMatch(one -> one < -1)) {
      throw new IllegalStateException(what + ": came before the reading that decided it, the stamps are wrong");
    }
  }

  private double latencyMs(LiveEars.Heard heard) {
    JsonNode data = JSON.readTree(heard.data());
    long streamNanos = Math.round(data.path("t_s").asDouble() * 1e9);
    String sensor = sensorOfPlatform.get(data.path("platform").asString());
    long handedNanos = handedOver.get(sensor).ceilingEntry(streamNanos - 1_000_000).getValue();
    return (heard.nanos() - handedNanos) * 1e-6;
  }

  private static double quantile(double[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
  }
}
