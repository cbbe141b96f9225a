package io.flatback.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;

/** How to be allowed to open a serial port. */
final class PortRemedy {
  private PortRemedy() {}

  static String of(Path device) {
    try {
      String group = Files.readAttributes(device, PosixFileAttributes.class).group().getName();
      return "sudo usermod -aG " + group + " " + System.getProperty("user.name", "$USER")
          + ", then log out and in again";
    } catch (IOException | UnsupportedOperationException e) {
      return "give it read and write permission";
    }
  }
}
