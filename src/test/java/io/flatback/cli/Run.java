package io.flatback.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** One command run inside the test, with what it said. */
record Run(int code, String out, String err) {

  static Run of(Object... args) {
    return of(false, args);
  }

  static Run watched(Object... args) {
    return of(true, args);
  }

  private static Run of(boolean interactive, Object... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] words = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      words[i] = String.valueOf(args[i]);
    }
    int code;
    try (PrintStream outStream = new PrintStream(out, false, StandardCharsets.UTF_8);
        PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8)) {
      code = Flatback.run(new Terminal(outStream, errStream, interactive), words);
    }
    return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The only complaint. */
  String complaint() {
    return err.strip();
  }
}
