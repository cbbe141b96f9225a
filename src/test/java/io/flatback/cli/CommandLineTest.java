package io.flatback.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way in which a command can go wrong has its exit code and its one line. */
class CommandLineTest {
  private static final String HEADER = "t_s,acc_x_g,acc_y_g,acc_z_g,gyro_x_dps,gyro_y_dps,gyro_z_dps\n";

  @TempDir Path dir;
  private Path still = Path.of("");

  @BeforeEach
  void recordSomeoneStanding() throws IOException {
    still = Files.writeString(dir.resolve("still.csv"), HEADER + rows(0, 500));
  }

  private static String rows(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append(String.format(Locale.ROOT, "%.2f,0,1,0,0,0,0%n", i / 100.0));
    }
    return text.toString();
  }

  @Test
  void aloneItListsTheCommandsWithALineEach() {
    Run run = Run.of();
    assertThat(run.code()).isZero();
    for (String command : new String[] {"analyze", "record", "calibrate", "sensors", "simulate", "doctor"}) {
      assertThat(run.out().lines().filter(line -> line.strip().startsWith(command + " "))).hasSize(1);
    }
    assertThat(run.out().lines().allMatch(line -> line.length() <= 100)).isTrue();
  }

  static Stream<Arguments> wrongUsage() {
    return Stream.of(
        Arguments.of("analize x.csv", "did you mean 'analyze'"),
        Arguments.of("analyze", "Missing required parameter: 'FILE'"),
        Arguments.of("analyze x.csv --format pdf", "'pdf'"),
        Arguments.of("analyze x.csv --loud", "--loud"),
        Arguments.of("analyze x.csv --exercise swimming", "exercise 'swimming' is not known: name one of deadlift"),
        Arguments.of("analyze x.csv --load heavy", "heavy"),
        Arguments.of("analyze x.csv --load -5", "is no weight: give kilograms"),
        Arguments.of("analyze x.csv --placement wrist", "wrist"),
        Arguments.of("analyze a.csv b.csv --format html", "analyze them one by one"),
        Arguments.of("analyze a.csv b.csv --series s.csv", "analyze them one by one"),
        Arguments.of("record --out x.csv", "--sensor"),
        Arguments.of("record --sensor sim:clean --out x.txt", "ends in none of .csv, .csv.gz, .fbraw"),
        Arguments.of("record --sensor usb:x --out x.csv", "begins with none of serial:, tcp:, udp:, ble:, replay:, sim:"),
        Arguments.of("record --sensor sim:nothing --out x.csv", "scenario 'nothing' is not known, expected one of"),
        Arguments.of("record --sensor sim:clean?placement=sacrum --out x.csv", "wears only lumbar"),
        Arguments.of("record --sensor sim:clean --seconds -1 --out x.csv", "is no time"),
        Arguments.of("demo --port abc", "'abc'"),
        Arguments.of("demo --speed -1", "--speed -1.0: expected a number from 0"),
        Arguments.of("evaluate", "evaluate needs folders of recordings"),
        Arguments.of("evaluate --sets 5000 .", "--sets needs --alarms"),
        Arguments.of("evaluate --write-limits x.json .", "--write-limits needs --alarms"),
        Arguments.of("evaluate --alarms --sets 999", "--sets 999: expected 1000 or more"),
        Arguments.of("evaluate --alarms --seeds 3", "--alarms simulates all by itself"),
        Arguments.of("evaluate --seeds -3", "--seeds -3: expected a number from 0"),
        Arguments.of("simulate clean", "needs --out"),
        Arguments.of("simulate nothing --out x.csv", "scenario 'nothing' is not known"),
        Arguments.of("simulate clean --seed x --out x.csv", "'x'"));
  }

  @ParameterizedTest
  @MethodSource("wrongUsage")
  void wrongUsageIsTwo(String line, String words) {
    Run run = Run.of((Object[]) line.split(" "));
    assertThat(run.code()).as(run.err()).isEqualTo(2);
    assertOneLine(run, words);
  }

  @Test
  void aMissingFileIsSixtySix() {
    Run run = Run.of("analyze", dir.resolve("nope.csv"));
    assertThat(run.code()).isEqualTo(66);
    assertOneLine(run, dir.resolve("nope.csv") + ": no such file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0,0,abc,0,0,0,0\n", "0,0,0\n", "0,,,,,,\n"})
  void whatIsNoRecordingIsSixtyFive(String rows) throws IOException {
    Path bad = Files.writeString(dir.resolve("bad.csv"), HEADER + rows);
    Run run = Run.of("analyze", bad);
    assertThat(run.code()).isEqualTo(65);
    assertOneLine(run, bad + "", "found", "expected");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aPresetIsChosenByOptionOrByNote() throws IOException {
    Path noted = Files.writeString(dir.resolve("noted.csv"), "# preset: strength\n" + Files.readString(still));
    Path odd = Files.writeString(dir.resolve("odd.csv"), "# preset: bulk\n" + Files.readString(still));
    assertThat(Run.of("analyze", noted, "--format", "html").out()).contains("Judged by the preset strength");
    assertThat(Run.of("analyze", noted, "--preset", "hypertrophy", "--format", "html").out())
        .contains("Judged by the preset hypertrophy");
    Run left = Run.of("analyze", odd, "--format", "html");
    assertThat(left.out()).contains("Judged by the preset default");
    assertThat(left.err()).contains("the note preset says 'bulk'", "return_after_pain");
    Run wrong = Run.of("analyze", still, "--preset", "bulk");
    assertThat(wrong.code()).isEqualTo(2);
    assertOneLine(wrong, "--preset", "bulk", "hypertrophy");
  }

  @Test
  void aDirectoryIsSixtyFive() {
    Run run = Run.of("analyze", dir);
    assertThat(run.code()).isEqualTo(65);
    assertOneLine(run, dir + ": found a directory");
  }

  @Test
  void aDamagedRawLogIsSixtyFive() throws IOException {
    Path raw = Files.writeString(dir.resolve("x.fbraw"), "flatback-raw 1\ndriver: fax\nplacement: lumbar\n\n");
    Run run = Run.of("analyze", raw);
    assertThat(run.code()).isEqualTo(65);
    assertOneLine(run, "driver 'fax'", "update flatback");
  }

  @Test
  void gapsAreNoErrorAsLongAsSomethingIsLeft() throws IOException {
    Path gappy = Files.writeString(dir.resolve("gappy.csv"), HEADER + rows(0, 200) + "2.00,,,,,,\n" + rows(300, 500));
    Run run = Run.of("analyze", gappy, "--format", "json");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("\"gaps\" : 1", "\"samples\" : 400");
  }

  @Test
  void aPortThatIsNotThereIsSixtyNine() {
    Path out = dir.resolve("x.csv");
    Run run = Run.of("record", "--sensor", "serial:/dev/flatback-nope", "--out", out);
    assertThat(run.code()).isEqualTo(69);
    assertOneLine(run, "serial:/dev/flatback-nope is not there");
    assertThat(out).doesNotExist();
  }

  @Test
  void bluetoothWithoutABusIsSixtyNineAndSaysWhatToDo() {
    Run run = withoutABus("record", "--sensor", "ble:A1:F2", "--out", dir.resolve("x.csv"));
    assertThat(run.code()).isEqualTo(69);
    assertOneLine(run, "the D-Bus system bus is not running", "USB");
  }

  private Run withoutABus(Object... arguments) {
    System.setProperty("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=" + dir.resolve("no-bus"));
    try {
      return Run.of(arguments);
    } finally {
      System.clearProperty("DBUS_SYSTEM_BUS_ADDRESS");
    }
  }

  @Test
  void aFullDiskIsSeventyFour() {
    assumeTrue(Files.exists(Path.of("/dev/full")), "needs /dev/full (Linux)");
    assertFull(Run.of("analyze", still, "--out", "/dev/full"));
    assertFull(Run.of("analyze", still, "--series", "/dev/full"));
    assertFull(Run.of("simulate", "clean", "--out", "/dev/full"));
    assertFull(Run.of("simulate", "clean", "--out", dir.resolve("ok.csv"), "--truth", "/dev/full"));
    assertFull(Run.of("record", "--sensor", "replay:" + still + "?speed=max", "--out", "/dev/full"));
  }

  private static void assertFull(Run run) {
    assertThat(run.code()).as(run.err()).isEqualTo(74);
    assertThat(run.err().lines().toList().getLast())
        .contains("/dev/full can't be written (No space left on device): free space");
  }

  @Test
  void aPlaceThatCannotBeWrittenToIsSeventyFour() {
    Path nowhere = dir.resolve("no/such/dir/report.txt");
    Run run = Run.of("analyze", still, "--out", nowhere);
    assertThat(run.code()).isEqualTo(74);
    assertOneLine(run, nowhere + " can't be written (its directory does not exist)");

    Run directory = Run.of("analyze", still, "--out", dir);
    assertThat(directory.code()).isEqualTo(74);
    assertOneLine(directory, dir + " can't be written");
  }

  @Test
  void aClosedStandardOutputIsSeventyFour() {
    PrintStream broken =
        new PrintStream(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
              }
            },
            false,
            StandardCharsets.UTF_8);
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream said = new PrintStream(err, true, StandardCharsets.UTF_8);
    assertThat(Flatback.run(new Terminal(broken, said, false), "analyze", still.toString())).isEqualTo(74);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("standard output can't be written");
  }

  @Test
  void oneBadFileAmongSeveralDoesNotHideTheOthers() {
    Run run = Run.of("analyze", still, dir.resolve("nope.csv"), still, "--format", "json");
    assertThat(run.code()).isEqualTo(66);
    assertOneLine(run, "nope.csv: no such file");
    assertThat(run.out()).startsWith("[\n{").endsWith("}\n]\n");
    assertThat(run.out().split("\"schema\"", -1)).hasSize(3);
  }

  @Test
  void aReportGoesToItsFileAndNowhereElse() throws IOException {
    Path out = dir.resolve("report.html");
    Run run = Run.of("analyze", still, "--format", "html", "--out", out);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(Files.readString(out)).contains("<html");
  }

  @Test
  void notesThatCannotBeUsedAreToldAndLeftAside() throws IOException {
    Path noted = Files.writeString(
        dir.resolve("noted.csv"),
        "# exercise: ballet\n# load_kg: much\n# started_at: noon\n" + HEADER + rows(0, 500));
    Run run = Run.of("analyze", noted);
    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("the note exercise says 'ballet'", "load_kg says 'much'", "started_at says 'noon'");
  }

  @Test
  void aFaultOfTheProgramIsOneLineUnlessSomeoneAsksForMore() {
    Complaint complaint = Complaint.of(new IllegalStateException("boom"));
    assertThat(complaint.code()).isEqualTo(ExitCode.FAULT);
    assertThat(complaint.line()).contains("boom", "--debug").doesNotContain("\n");
    assertThat(Run.of("--debug", "analyze", dir.resolve("nope.csv")).err()).contains("at io.flatback");
    assertThat(Run.of("analyze", "--debug", dir.resolve("nope.csv")).err()).contains("at io.flatback");
    assertThat(Run.of("analyze", dir.resolve("nope.csv")).err()).doesNotContain("at io.flatback");
  }

  @Test
  void doctorSaysWhatToDoAboutEverythingItFinds() {
    Run run = withoutABus("doctor", "--data", dir);
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("Java ", "disk ", "clock ", "port", "Bluetooth", "install and start dbus", "by USB");
    assertThat(Run.of("doctor", "--data", dir.resolve("none")).out()).contains("is not there: create it");
  }

  @Test
  void evaluateSaysWhereItFoundNoTruth() {
    Run run = Run.of("evaluate", dir);
    assertThat(run.code()).isEqualTo(65);
    assertOneLine(run, dir.toString(), "found no recording with its truth", ".truth.json");
    assertThat(Run.of("evaluate", dir.resolve("nowhere")).code()).isEqualTo(66);
  }

  @Test
  void aDemoThatCannotStartLeavesNothingBehind() throws IOException {
    Set<Path> before = demoDirectories();
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Run run = Run.of("demo", "--no-browser", "--port", taken.getLocalPort());
      assertThat(run.code()).isEqualTo(69);
      assertThat(run.err()).contains("can't listen on 127.0.0.1:" + taken.getLocalPort());
    }
    assertThat(demoDirectories()).isEqualTo(before);
  }

  private static Set<Path> demoDirectories() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(path -> path.getFileName().toString().startsWith("flatback-demo-"))
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  @Test
  void simulateWithoutScenarioListsThem() {
    assertThat(Run.of("simulate").out()).contains("clean ", "fatigue ");
  }

  private static void assertOneLine(Run run, String... words) {
    assertThat(run.complaint()).startsWith("flatback: ").contains(words).doesNotContain("\n").doesNotContain("Exception");
  }
}
