package io.flatback.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What is written where the user asked for it. */
final class OutputFile {
  private OutputFile() {}

  /** An action that writes to {@code target}. */
  interface Writing {
    void run() throws IOException;
  }

  static void write(Path target, String text) throws OutputException {
    writing(target, () -> Files.writeString(target, text, StandardCharsets.UTF_8));
  }

  /** Before long work whose result could not be kept. */
  static void requireDirectory(Path target) throws OutputException {
    Path parent = target.toAbsolutePath().getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw new OutputException(target.toString(), new NoSuchFileException(target.toString()));
    }
  }

  /** To a file, or to the terminal where none was named. */
  static void write(@Nullable Path target, Terminal terminal, String text) throws OutputException {
    if (target == null) {
      terminal.print(text);
    } else {
      write(target, text);
    }
  }

  /** Whatever fails inside is a fault of the output. */
  static void writing(Path target, Writing writing) throws OutputException {
    try {
      writing.run();
    } catch (IOException e) {
      throw new OutputException(target.toString(), e);
    }
  }
}
