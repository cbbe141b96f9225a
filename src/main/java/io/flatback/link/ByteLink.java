package io.flatback.link;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Bytes in and bytes out of one device. {@link #read} is called by one thread, {@link #write} may be
 * called by another, {@link #close} by any: it ends a read that waits.
 */
public interface ByteLink extends Closeable {
  /**
   * Waits up to a fifth of a second for bytes.
   *
   * @return how many were read into {@code buffer}; 0 when none came in time; −1 when a link that has an
   *     end (a file) has reached it
   * @throws LinkLostException when the device is gone; the link is then closed and a new one is needed
   */
  int read(byte[] buffer) throws IOException;

  void write(byte[] bytes) throws IOException;

  /** Strength of a radio link in dBm, as far as known; null where there is no radio. */
  default @Nullable Integer signalDbm() {
    return null;
  }

  /** How full the device's battery is, 0 to 100, where the link itself knows; null where it does not. */
  default @Nullable Integer batteryPercent() {
    return null;
  }

  /** What is not as it was asked for, though bytes come, for people; empty while nothing is. */
  default String note() {
    return "";
  }

  /** What the user calls it, e.g. {@code serial:/dev/ttyUSB0}. */
  String address();

  @Override
  void close();
}
