package io.flatback.cli;

import io.flatback.link.HostClock;
import io.flatback.web.WebSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** The whole service about a lifter who does not exist: finished sessions to read, and a set that is lifted now. */
public final class Demo {
  private static final String SAMPLE = "deadlift-slowing.csv.gz";
  private static final String LIFTER = "Sam";

  private Demo() {}

  /**
   * @param directory empty; belongs to the demo from now on
   * @param speed how many times real speed the live set is played
   */
  public static RunningService start(WebSettings settings, Path directory, double speed) throws IOException {
    DemoHistory.write(directory, LIFTER, InstantSource.system().instant());
    String uri = "replay:" + sample(directory) + "?speed=" + speed;
    return RunningService.start(
        settings, directory, List.of(SensorSources.of(SensorUri.parse(uri), HostClock.SYSTEM)));
  }

  private static Path sample(Path directory) throws IOException {
    Path file = directory.resolve(SAMPLE);
    try (InputStream in = Demo.class.getResourceAsStream("/samples/" + SAMPLE)) {
      if (in == null) {
        throw new IllegalStateException("samples/" + SAMPLE + " is missing from this build");
      }
      var unused = Files.copy(in, file);
    }
    return file;
  }
}
