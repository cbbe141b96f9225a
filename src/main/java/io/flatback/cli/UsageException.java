package io.flatback.cli;

/** The command was given what it can't use. The message says what, what was expected, and the remedy. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }
}
