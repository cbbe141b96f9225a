package io.flatback.link;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A device on a serial port: a USB cable, a Bluetooth serial channel, a pseudo-terminal. 8 data bits, no
 * parity, one stop bit, no flow control.
 */
public final class SerialLink implements ByteLink {
  public static final int DEFAULT_BAUD = 115_200;

  private static final int READ_TIMEOUT_MILLIS = 200;
  /** A device that has not taken this much is not listening; more would block the writer for good. */
  private static final int MOST_BYTES_WAITING = 1024;

  private final String address;
  private final SerialPort port;
  private final ReentrantLock reading = new ReentrantLock();
  private final ReentrantLock writing = new ReentrantLock();
  private final PatientClose closing;
  private volatile boolean closed;

  private SerialLink(String address, SerialPort port) {
    this.address = address;
    this.port = port;
    this.closing = new PatientClose(address, this::closeWhenFree);
  }

  /**
   * Opens a port; what had arrived before is thrown away.
   *
   * @param path e.g. {@code /dev/ttyUSB0} or {@code COM3}
   */
  public static SerialLink open(String path, int baud) throws LinkLostException {
    String address = "serial:" + path;
    SerialLibrary.ready();
    SerialPort port = port(address, path);
    port.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
    port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
    port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_TIMEOUT_MILLIS, 0);
    port.flushIOBuffers();
    if (!port.openPort(0)) {
      throw SerialRefusal.of(address, path, port.getLastErrorCode());
    }
    return new SerialLink(address, port);
  }

  private static SerialPort port(String address, String path) throws LinkLostException {
    try {
      if (path.startsWith("/") && !Files.exists(Path.of(path))) {
        throw SerialRefusal.missing(address);
      }
      return SerialPort.getCommPort(path);
    } catch (SerialPortInvalidPortException notThere) {
      throw SerialRefusal.missing(address);
    }
  }

  @Override
  public int read(byte[] buffer) throws IOException {
    reading.lock();
    try {
      requireOpen();
      int length = port.readBytes(buffer, buffer.length);
      if (length >= 0) {
        return length;
      }
    } finally {
      reading.unlock();
    }
    close();
    throw new LinkLostException(address + " is gone: plug it in again, or check its cable and battery");
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    writing.lock();
    try {
      requireOpen();
      if (port.bytesAwaitingWrite() > MOST_BYTES_WAITING) {
        throw new LinkLostException(address + " takes no more bytes: unplug the device and plug it in again");
      }
      byte[] rest = bytes;
      while (rest.length > 0) {
        int written = port.writeBytes(rest, rest.length);
        if (written <= 0) {
          throw new LinkLostException(address + " can't be written to: plug it in again, or check its cable");
        }
        rest = Arrays.copyOfRange(rest, written, rest.length);
      }
    } finally {
      writing.unlock();
    }
  }

  private void requireOpen() throws LinkLostException {
    if (closed) {
      throw new LinkLostException(address + " has been closed: open it again");
    }
  }

  @Override
  public String address() {
    return address;
  }

  /** Waits for a read under way, {@link PatientClose#PATIENCE} at most: the port is never closed under one. */
  @Override
  public void close() {
    closed = true;
    closing.close();
  }

  private void closeWhenFree() {
    reading.lock();
    writing.lock();
    try {
      port.closePort();
    } finally {
      writing.unlock();
      reading.unlock();
    }
  }
}
