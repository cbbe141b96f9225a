package io.flatback.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The browser of whoever sits at this machine. Where there is none, nothing happens: the address was printed. */
final class Browser {
  private Browser() {}

  static void open(String address) {
    if (!somebodyIsThere()) {
      return;
    }
    try {
      var unused =
          new ProcessBuilder(command(System.getProperty("os.name", ""), address))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      return; // no such opener here
    }
  }

  private static boolean somebodyIsThere() {
    boolean hasScreen = System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
    return hasScreen || !System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
  }

  static List<String> command(String system, String address) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.contains("mac")) {
      return List.of("open", address);
    }
    if (name.contains("win")) {
      return List.of("rundll32", "url.dll,FileProtocolHandler", address);
    }
    return List.of("xdg-open", address);
  }
}
