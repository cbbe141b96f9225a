package io.flatback.cli;

import io.flatback.recording.CsvWriter;
import io.flatback.recording.DeviceFileRecording;
import io.flatback.recording.MakerImport;
import io.flatback.recording.Recording;
import io.flatback.recording.RecordingNotes;
import io.flatback.recording.RecordingReader;
import io.flatback.recording.Recordings;
import io.flatback.signal.Placement;
import io.flatback.signal.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** From what another program has written to a recording. */
@Command(
    name = "import",
    description = "Make a recording of what another program has exported: MetaMotion or x-IMU3.",
    mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      arity = "1..2",
      paramLabel = "FILE",
      description = "A MetaMotion accelerometer .csv and its gyroscope .csv, an x-IMU3 .csv, or a .ximu3.")
  private List<Path> files = List.of();

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "The recording: .csv or .csv.gz.")
  private Path out = Path.of("");

  @Option(
      names = "--placement",
      paramLabel = "WHERE",
      description = "Where the sensor was: lumbar (the default) or sacrum.")
  private Placement placement = Placement.LUMBAR;

  @Option(names = "--overwrite", description = "Replace a recording that is there already.")
  private boolean overwrite;

  ImportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    String name = String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT);
    if (!name.endsWith(".csv") && !name.endsWith(".csv.gz")) {
      throw new UsageException("--out " + out + " ends in neither .csv nor .csv.gz: choose one of them");
    }
    if (!overwrite && Files.exists(out)) {
      throw new UsageException("--out " + out + " is there already: choose another name, or add --overwrite");
    }
    OutputFile.requireDirectory(out);
    MakerImport.Result result = isDeviceFile() ? copy() : merge();
    terminal.err().printf("%d readings, %d gaps → %s%n", result.readings(), result.gaps(), out);
    if (result.leftOut() > 0) {
      terminal.err().printf("%d rows at a time that was there already were left out%n", result.leftOut());
    }
    return ExitCode.DONE.number();
  }

  private boolean isDeviceFile() {
    return files.size() == 1
        && files.getFirst().toString().toLowerCase(Locale.ROOT).endsWith(DeviceFileRecording.XIMU3_ENDING);
  }

  private MakerImport.Result merge() throws IOException {
    MakerImport tracks = MakerImport.of(files);
    MakerImport.Result[] result = new MakerImport.Result[1];
    OutputFile.writing(out, () -> result[0] = tracks.write(out, placement, MakerImport.notes(files)));
    return result[0];
  }

  private MakerImport.Result copy() throws IOException {
    Recording recording = Recordings.open(files.getFirst(), placement, Drivers.DECODERS);
    RecordingNotes notes = MakerImport.notes(files).with("placement", placement.key());
    for (Map.Entry<String, String> note : recording.notes().values().entrySet()) {
      notes = notes.with(note.getKey(), note.getValue());
    }
    int readings = 0;
    int gaps = 0;
    try (RecordingReader reader = recording.open();
        CsvWriter writer = CsvWriter.create(out, List.of(placement), notes)) {
      while (reader.next()) {
        writer.write(placement, reader.event());
        readings += reader.event() instanceof Sample ? 1 : 0;
        gaps += reader.event() instanceof Sample ? 0 : 1;
      }
    }
    return new MakerImport.Result(readings, gaps, 0);
  }
}
