package io.flatback.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where a command speaks to.
 *
 * @param out results, in UTF-8 whatever the locale
 * @param err complaints and progress
 * @param interactive somebody watches {@code err}, so a line may be drawn over
 */
public record Terminal(PrintStream out, PrintStream err, boolean interactive) {

  /** Set by the launcher, which can tell; Java 21 can't. */
  private static final String INTERACTIVE_PROPERTY = "flatback.interactive";

  public static Terminal ofProcess() {
    return new Terminal(
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        Boolean.getBoolean(INTERACTIVE_PROPERTY));
  }

  PrintWriter outWriter() {
    return new PrintWriter(out, true, StandardCharsets.UTF_8);
  }

  PrintWriter errWriter() {
    return new PrintWriter(err, true, StandardCharsets.UTF_8);
  }

  /** A complaint in one line. */
  public void complain(String line) {
    err.println("flatback: " + line.replaceAll("\\s*\\R\\s*", " "));
  }

  /** Writes a result, and sees that it arrived. */
  public void print(String text) throws OutputException {
    out.print(text);
    flush();
  }

  void flush() throws OutputException {
    if (out.checkError()) {
      throw new OutputException("standard output", new IOException("closed, or no space left"));
    }
  }
}
