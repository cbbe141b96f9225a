package io.flatback.cli;

import io.flatback.motion.faces.FaceCalibration;
import io.flatback.motion.faces.FaceCalibration.Accepted;
import io.flatback.motion.faces.FaceCalibration.Refused;
import io.flatback.motion.faces.StillPoses;
import io.flatback.recording.Recording;
import io.flatback.recording.RecordingReader;
import io.flatback.recording.Recordings;
import io.flatback.signal.Placement;
import io.flatback.store.Database;
import io.flatback.store.Sensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The accelerometer of one device put right, from a recording in which it lay still on each of its faces. */
@Command(
    name = "calibrate",
    description = "Find offset and scale of an accelerometer from still poses, and keep them with the device.",
    mixinStandardHelpOptions = true)
final class CalibrateCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(
      names = "--six-face",
      paramLabel = "FILE",
      description = "A recording, as record makes it, in which the sensor lay still for 2 s or more on each face.")
  private @Nullable Path sixFace;

  @Option(
      names = "--device",
      paramLabel = "ID",
      description = "Keep it with this sensor: its id, or its address as serve was given it.")
  private @Nullable String device;

  @Option(names = "--forget", description = "Delete what is kept with the device.")
  private boolean forget;

  @Option(
      names = "--placement",
      paramLabel = "WHERE",
      description = "Which sensor of a recording of two: lumbar or sacrum.")
  private @Nullable Placement placement;

  @Option(names = "--data", paramLabel = "DIR", description = "Where everything is kept.")
  private @Nullable Path data;

  CalibrateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Path file = sixFace;
    String wanted = device;
    if ((file == null) != forget) {
      throw new UsageException("calibrate needs either --six-face FILE or --forget, as in --six-face faces.csv");
    }
    if (file == null) {
      return forget(wanted);
    }
    if (wanted == null) {
      return judge(file, null, null);
    }
    try (Database database = open()) {
      return judge(file, database, sensor(database, wanted));
    }
  }

  private Integer forget(@Nullable String wanted) throws OutputException {
    if (wanted == null) {
      throw new UsageException("--forget needs --device: name the sensor whose calibration is to go");
    }
    try (Database database = open()) {
      Sensor sensor = sensor(database, wanted);
      boolean gone = database.sensors().forgetCalibration(sensor.id());
      terminal.print(
          gone
              ? "The calibration of " + sensor.uri() + " is deleted; sessions that used it keep their own copy.\n"
              : "There is no calibration of " + sensor.uri() + ".\n");
    }
    return ExitCode.DONE.number();
  }

  private Integer judge(Path file, @Nullable Database database, @Nullable Sensor sensor) throws IOException {
    List<Vector3D> poses = poses(file);
    switch (FaceCalibration.judge(poses)) {
      case Refused refused -> {
        terminal.print(FaceTable.of(poses));
        terminal.complain(file.getFileName() + ": not calibrated. " + refused.text());
        return ExitCode.DATA.number();
      }
      case Accepted accepted -> {
        terminal.print(FaceTable.of(poses, accepted));
        if (database != null && sensor != null) {
          keep(database, sensor, accepted);
        }
        return ExitCode.DONE.number();
      }
    }
  }

  private void keep(Database database, Sensor sensor, Accepted accepted) throws OutputException {
    if (!database.sensors().calibrate(sensor.id(), accepted.calibration(), accepted.residualMps2())) {
      throw new UsageException("sensor " + sensor.id() + " is gone: connect it again");
    }
    terminal.print("Kept with " + sensor.uri() + ": sessions from now on use it, earlier ones stay as they are.\n");
  }

  private List<Vector3D> poses(Path file) throws IOException {
    Recording recording = Recordings.open(file, placement == null ? Placement.LUMBAR : placement, Drivers.DECODERS);
    Placement chosen = chosen(recording.placements());
    StillPoses poses = new StillPoses();
    try (RecordingReader reader = recording.open()) {
      while (reader.next()) {
        if (reader.placement() == chosen) {
          poses.update(reader.event());
        }
      }
    }
    return poses.poses();
  }

  private Placement chosen(List<Placement> recorded) {
    Placement said = placement;
    if (recorded.size() == 1) {
      return recorded.getFirst();
    }
    if (said == null || !recorded.contains(said)) {
      throw new UsageException("the recording has two sensors: say which one with --placement lumbar or sacrum");
    }
    return said;
  }

  private Database open() {
    return Database.open(data == null ? DataDirectory.usual() : data);
  }

  private static Sensor sensor(Database database, String wanted) {
    List<Sensor> known = database.sensors().list();
    return known.stream()
        .filter(sensor -> sensor.id().equals(wanted) || sensor.uri().equals(wanted) || wanted.equals(sensor.uid()))
        .findFirst()
        .orElseThrow(() -> new UsageException("sensor '" + wanted + "' is not known: " + remedy(known)));
  }

  private static String remedy(List<Sensor> known) {
    return known.isEmpty()
        ? "none is in this data directory, connect it once with flatback serve --sensor"
        : "name one of " + known.stream().map(Sensor::uri).collect(Collectors.joining(", "));
  }
}
