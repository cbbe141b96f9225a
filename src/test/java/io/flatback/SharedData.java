package io.flatback;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The recordings that nobody here made. They lie beside the project, and are read from there. */
public final class SharedData {
  private static final Path ROOT = Path.of("..", "shared", "data");

  private SharedData() {}

  /** Skips the test, with a word, where the recordings are absent. */
  public static Path folder(String name) {
    Path folder = ROOT.resolve(name);
    assumeTrue(Files.isDirectory(folder), () -> "recordings absent: " + folder + " is not beside the project");
    return folder;
  }
}
