package io.flatback.link;

import java.nio.file.Files;
import java.nio.file.Path;

/** Why a serial port could not be opened, and what to do about it. */
final class SerialRefusal {
  /** errno of Linux and macOS. */
  private static final int NOT_THERE = 2;

  private static final int INPUT_OUTPUT = 5;
  private static final int NO_SUCH_DEVICE = 6;
  private static final int TRY_AGAIN_LINUX = 11;
  private static final int PERMISSION_DENIED = 13;
  private static final int BUSY = 16;
  private static final int DIRECTORY = 21;
  private static final int NO_TERMINAL = 25;
  private static final int TRY_AGAIN_MAC = 35;

  private SerialRefusal() {}

  static LinkLostException missing(String address) {
    return new LinkLostException(address + " is not there: plug the sensor in, or see flatback sensors for the ports");
  }

  /** @param errorCode what the operating system said */
  static LinkLostException of(String address, String path, int errorCode) {
    Path device = Path.of(path);
    if (errorCode == PERMISSION_DENIED || (Files.exists(device) && !Files.isReadable(device))) {
      return new LinkLostException(address + " may not be opened by this user: " + SerialPorts.remedy(device));
    }
    return switch (errorCode) {
      case BUSY, TRY_AGAIN_LINUX, TRY_AGAIN_MAC ->
          new LinkLostException(address + " is in use by another program: close that program, then try again");
      case NOT_THERE, NO_SUCH_DEVICE ->
          Files.exists(device)
              ? new LinkLostException(
                  address + " is already open in this program, or just going away: name it once, or plug it in again")
              : missing(address);
      case DIRECTORY, NO_TERMINAL ->
          new LinkLostException(address + " is no serial port: see flatback sensors for the ports there are");
      case INPUT_OUTPUT -> new LinkLostException(address + " does not answer: unplug the sensor and plug it in again");
      default ->
          new LinkLostException(
              address + " could not be opened (error " + errorCode + "): unplug the sensor and plug it in again");
    };
  }
}
