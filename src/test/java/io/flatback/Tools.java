package io.flatback;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Programs of the machine that some tests need. */
public final class Tools {
  private Tools() {}

  /** Skips the test when the program is absent; with {@code CI=true} fails it. */
  public static void require(String program, String howToInstall) {
    boolean present = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    require(present, program + " is not installed: " + howToInstall);
  }

  /** The same for a file that a package brings. */
  public static void requireFile(Path file, String howToInstall) {
    require(Files.isRegularFile(file), file + " is not there: " + howToInstall);
  }

  private static void require(boolean present, String complaint) {
    if (!present && "true".equals(System.getenv("CI"))) {
      throw new AssertionError(complaint);
    }
    assumeTrue(present, complaint);
  }
}
