package io.flatback.cli;

import io.flatback.cli.live.LiveSensor;
import io.flatback.link.ByteLink;
import io.flatback.recording.RecordingNotes;
import io.flatback.session.SensorDriver;
import io.flatback.session.SensorSupervisor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Raw recording, with progress, until the sensor ends or Ctrl-C. */
@Command(
    name = "record",
    description = "Record a sensor to a file until Ctrl-C.",
    mixinStandardHelpOptions = true)
final class RecordCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(
      names = "--sensor",
      required = true,
      paramLabel = "URI",
      description = "serial:/dev/ttyUSB0, replay:FILE, sim:SCENARIO …")
  private String sensorUri = "";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = ".csv or .csv.gz keeps readings, .fbraw every byte.")
  private Path out = Path.of("");

  @Option(names = "--seconds", paramLabel = "N", description = "Stop by itself after this time.")
  private @Nullable Double seconds;

  @Option(names = "--overwrite", description = "Replace a recording that is there already.")
  private boolean overwrite;

  RecordCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    SensorUri uri = SensorUri.parse(sensorUri);
    checkOptions();
    StopClock clock = new StopClock();
    LiveSensor sensor = SensorSources.of(uri, clock);
    AtomicReference<@Nullable ByteLink> first = new AtomicReference<>(sensor.opener().open());
    SensorDriver driver = sensor.makesDriver().get();
    Take take = new Take(out, terminal, clock, seconds);
    SensorDriver watched = new SensorDriver(new WatchedDecoder(driver.decoder(), take::fail), driver.dialogue());
    OutputFile.writing(
        out, () -> take.begin(RecordingTarget.create(out, sensor, driver.decoder(), notes(sensor))));
    SensorSupervisor supervisor =
        new SensorSupervisor(
            sensor.uri(),
            sensor.placement(),
            () -> {
              ByteLink opened = first.getAndSet(null);
              return opened == null ? sensor.opener().open() : opened;
            },
            watched,
            take,
            clock,
            new SplittableRandom());
    take.run(supervisor);
    return ExitCode.DONE.number();
  }

  private void checkOptions() {
    String name = String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT);
    boolean regular = !Files.exists(out) || Files.isRegularFile(out);
    if (regular && !name.endsWith(".csv") && !name.endsWith(".csv.gz") && !name.endsWith(".fbraw")) {
      throw new UsageException("--out " + out + " ends in none of .csv, .csv.gz, .fbraw: choose one of them");
    }
    if (!overwrite && Files.isRegularFile(out) && out.toFile().length() > 0) {
      throw new UsageException("--out " + out + " is there already: choose another name, or add --overwrite");
    }
    if (seconds != null && !(seconds > 0)) {
      throw new UsageException("--seconds " + seconds + " is no time: give seconds, as in --seconds 60");
    }
  }

  private static RecordingNotes notes(LiveSensor sensor) {
    return new RecordingNotes(
        Map.of("started_at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())).with("sensor", sensor.uri());
  }
}
