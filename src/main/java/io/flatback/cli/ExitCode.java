package io.flatback.cli;

/** How a command ended, for scripts; the numbers are part of the contract. */
public enum ExitCode {
  DONE(0),
  FAULT(1),
  USAGE(2),
  /** Input can't be read as data. */
  DATA(65),
  /** Input is missing. */
  NO_INPUT(66),
  /** Device or port is not available. */
  UNAVAILABLE(69),
  DISK(74);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }
}
