package io.flatback.cli;

/** Entry point. */
public final class Flatback {
  private Flatback() {}

  public static void main(String[] args) {
    System.out.println("flatback");
  }
}
