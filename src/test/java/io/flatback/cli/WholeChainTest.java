package io.flatback.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.flatback.cli.firmware.Bench;
import io.flatback.cli.firmware.Firmware;
import io.flatback.cli.firmware.Motion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From the chip's bus to the report: what the service says of a motion is what analyze says of its file. */
@Timeout(240)
class WholeChainTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String HEADER = "t_s,acc_x_g,acc_y_g,acc_z_g,gyro_x_dps,gyro_y_dps,gyro_z_dps";
  private static final int AXES = 6;
  private static final double SPEED = 5;
  /** The sensor stands still so long before and after the motion. */
  private static final long STANDING_MS = 1_000;

  /**
   * s and degrees; rates in °/s take more. Times are the device's own: of the ten thousand microseconds from
   * reading to reading some are the jitter of its interrupts.
   */
  private static final double TOLERANCE = 0.02;

  private static final double RATE_TOLERANCE_DPS = 0.2;

  @TempDir private Path directory;

  @FunctionalInterface
  private interface Meanwhile {
    void happen(Bench bench) throws Exception;
  }

  @Test
  void theReportOfTheEmulatedSensorIsThatOfItsMotionsFile() throws Exception {
    Firmware.needEmulator();
    Path motion = Motion.eightDeadlifts(directory);
    try (Bench bench = Bench.avr(directory, motion, SPEED)) {
      compare(bench, motion, 1 / 4096.0, 1 / 32.8, playing -> {});
    }
  }

  /** Unplugged in mid-set, and later the link loses what it carries: the ring has it all. */
  @Test
  void theReportOfASensorWithARingIsThatOfTheFileThoughTheLinkWasLost() throws Exception {
    Firmware.needHostCompiler();
    Path motion = Motion.eightDeadlifts(directory);
    try (Bench bench = Bench.host(directory, motion, 3000, SPEED)) {
      compare(bench, motion, 244e-6, 35e-3, playing -> {
        TimeUnit.MILLISECONDS.sleep(2_400);
        playing.order("unplug");
        TimeUnit.MILLISECONDS.sleep(500);
        playing.order("plug");
        TimeUnit.MILLISECONDS.sleep(2_400);
        playing.order("lose");
        TimeUnit.MILLISECONDS.sleep(120);
        playing.order("keep");
      });
    }
  }

  private void compare(Bench bench, Path motion, double lsbG, double lsbDps, Meanwhile meanwhile) throws Exception {
    String sensor = "serial:" + bench.port();
    try (Served service = Served.listeningTo(directory.resolve("data"), sensor)) {
      TimeUnit.MILLISECONDS.sleep(STANDING_MS);
      bench.order("play");
      meanwhile.happen(bench);
      await().atMost(Duration.ofSeconds(90)).until(() -> bench.lines().contains("played"));
      TimeUnit.MILLISECONDS.sleep(STANDING_MS);
      String session = "/api/v1/sessions/" + service.latestSession().path("id").asString();
      var unused = service.call("POST", session + "/end", "");
      List<double[]> record = rows(service.text(session + "/recording"));
      List<double[]> expected = held(rows(Files.readString(motion)), record, lsbG, lsbDps);

      assertThat(record).as("readings in the record").hasSameSizeAs(expected);
      for (int i = 0; i < record.size(); i++) {
        assertThat(record.get(i)).as("reading %d", i).containsExactly(expected.get(i), within(1e-3));
      }
      JsonNode report = service.get(session + "/report");
      assertThat(report.path("recording").path("sensors").path(0).path("gaps").asInt()).isZero();
      assertThat(report.path("sets").size()).isEqualTo(1);
      assertThat(report.path("sets").path(0).path("reps").size()).isEqualTo(8);
      assertSame("sets", report.path("sets"), analysed(expected).path("sets"), TOLERANCE);
    }
  }

  /** The motion in the chip's counts, as long held at both its ends as in the record. */
  private static List<double[]> held(List<double[]> motion, List<double[]> record, double lsbG, double lsbDps) {
    List<double[]> counted = motion.stream().map(row -> counted(row, lsbG, lsbDps)).toList();
    int before = 0;
    while (before < record.size() && alike(record.get(before), counted.getFirst())) {
      before++;
    }
    List<double[]> held = new ArrayList<>();
    for (int i = 0; i < record.size(); i++) {
      int at = Math.clamp(i - before + 1, 0, counted.size() - 1);
      double[] row = counted.get(at).clone();
      row[0] = i * 0.01;
      held.add(row);
    }
    return held;
  }

  private static double[] counted(double[] row, double lsbG, double lsbDps) {
    double[] counted = row.clone();
    for (int axis = 1; axis <= AXES; axis++) {
      double lsb = axis <= 3 ? lsbG : lsbDps;
      counted[axis] = Math.rint(row[axis] / lsb) * lsb;
    }
    return counted;
  }

  private static boolean alike(double[] row, double[] other) {
    for (int axis = 1; axis <= AXES; axis++) {
      if (Math.abs(row[axis] - other[axis]) > 1e-3) {
        return false;
      }
    }
    return true;
  }

  private static List<double[]> rows(String csv) {
    List<double[]> rows = new ArrayList<>();
    for (String line : csv.lines().dropWhile(line -> !line.startsWith(HEADER)).skip(1).toList()) {
      String[] cells = line.split(",");
      double[] row = new double[1 + AXES];
      for (int i = 0; i < row.length; i++) {
        row[i] = Double.parseDouble(cells[i]);
      }
      rows.add(row);
    }
    return rows;
  }

  private JsonNode analysed(List<double[]> rows) throws IOException {
    StringBuilder csv = new StringBuilder(HEADER).append('\n');
    for (double[] r : rows) {
      csv.append(
          String.format(Locale.ROOT, "%.4f,%.7f,%.7f,%.7f,%.6f,%.6f,%.6f%n", r[0], r[1], r[2], r[3], r[4], r[5], r[6]));
    }
    Path file = Files.writeString(directory.resolve("counted.csv"), csv);
    Path out = directory.resolve("analysed.json");
    int code =
        Flatback.run(Terminal.ofProcess(), "analyze", file.toString(), "--format", "json", "--out", out.toString());
    assertThat(code).isZero();
    return JSON.readTree(out.toFile());
  }

  /** Structure, words and counts the same; measured numbers but for the clock's microseconds. */
  private static void assertSame(String where, JsonNode found, JsonNode expected, double tolerance) {
    assertThat(found.getNodeType()).as(where).isEqualTo(expected.getNodeType());
    if (expected.isObject()) {
      assertThat(found.propertyNames()).as(where).containsExactlyElementsOf(expected.propertyNames());
      String metric = expected.path("metric").asString("");
      for (Map.Entry<String, JsonNode> field : expected.properties()) {
        boolean rate = metric.endsWith("_dps") || field.getKey().endsWith("_dps");
        double own = rate ? RATE_TOLERANCE_DPS : tolerance;
        assertSame(where + "." + field.getKey(), found.get(field.getKey()), field.getValue(), own);
      }
    } else if (expected.isArray()) {
      assertThat(found.size()).as(where).isEqualTo(expected.size());
      for (int i = 0; i < expected.size(); i++) {
        assertSame(where + "[" + i + "]", found.get(i), expected.get(i), tolerance);
      }
    } else if (expected.isNumber()) {
      assertThat(found.asDouble()).as(where).isCloseTo(expected.asDouble(), within(tolerance));
    } else {
      assertThat(found).as(where).isEqualTo(expected);
    }
  }
}
