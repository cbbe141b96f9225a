package io.flatback.cli;

import java.nio.file.Path;
import java.util.Map;

/** Where things are kept when nobody says. */
final class DataDirectory {
  private DataDirectory() {}

  /** {@code $XDG_DATA_HOME/flatback}, or {@code ~/.local/share/flatback}. */
  static Path usual() {
    return usual(System.getenv(), Path.of(System.getProperty("user.home", ".")));
  }

  static Path usual(Map<String, String> environment, Path home) {
    String xdg = environment.get("XDG_DATA_HOME");
    // The specification has a relative path ignored.
    boolean usable = xdg != null && !xdg.isEmpty() && Path.of(xdg).isAbsolute();
    return (usable ? Path.of(xdg) : home.resolve(".local").resolve("share")).resolve("flatback");
  }
}
