package io.flatback.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What was to be written could not be. */
public final class OutputException extends IOException {
  private static final long serialVersionUID = 1L;

  /** @param target the file, as the user knows it */
  public OutputException(String target, IOException cause) {
    super(
        target + " can't be written (" + reason(cause) + "): free space, or name another place",
        cause);
  }

  private static String reason(IOException cause) {
    return switch (cause) {
      case NoSuchFileException e -> "its directory does not exist";
      case AccessDeniedException e -> "permission denied";
      case FileSystemException e when e.getReason() != null -> String.valueOf(e.getReason());
      default -> String.valueOf(cause.getMessage());
    };
  }
}
