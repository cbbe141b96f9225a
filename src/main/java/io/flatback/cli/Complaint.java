package io.flatback.cli;

import io.flatback.link.LinkLostException;
import io.flatback.recording.RecordingFormatException;
import io.flatback.store.StoreException;
import io.flatback.web.PortTakenException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/** What went wrong, as one line and an exit code: the only place where the one becomes the other. */
public record Complaint(ExitCode code, String line) {

  public static Complaint of(Throwable wrong) {
    return switch (wrong) {
      case UsageException e -> say(ExitCode.USAGE, e);
      case RecordingFormatException e -> say(ExitCode.DATA, e);
      case NoSuchFileException e ->
          new Complaint(ExitCode.NO_INPUT, e.getFile() + ": no such file: check the name and the directory");
      case AccessDeniedException e ->
          new Complaint(ExitCode.NO_INPUT, e.getFile() + ": may not be read by this user: change its permissions");
      case LinkLostException e -> say(ExitCode.UNAVAILABLE, e);
      case PortTakenException e -> say(ExitCode.UNAVAILABLE, e);
      case StoreException e -> say(ExitCode.DISK, e);
      case OutputException e -> say(ExitCode.DISK, e);
      case UncheckedIOException e -> of(Objects.requireNonNull(e.getCause()));
      case IOException e -> new Complaint(ExitCode.DISK, "reading or writing failed (" + e.getMessage() + "): try again");
      default ->
          new Complaint(
              ExitCode.FAULT,
              "a fault of flatback itself (" + wrong + "): run again with --debug and report what it prints");
    };
  }

  private static Complaint say(ExitCode code, Exception e) {
    return new Complaint(code, String.valueOf(e.getMessage()));
  }
}
