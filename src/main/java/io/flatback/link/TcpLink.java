package io.flatback.link;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** A device that listens on a TCP port of its own. */
public final class TcpLink implements ByteLink {
  private static final int CONNECT_TIMEOUT_MILLIS = 3000;
  private static final int READ_TIMEOUT_MILLIS = 200;

  /**
   * A device without power does not hang up, and the network notices after minutes only. own: far longer than any
   * stall; a device that speaks at all says something every second.
   */
  private static final Duration MOST_SILENCE = Duration.ofSeconds(10);

  private final String address;
  private final Socket socket;
  private final int mostEmptyReads;
  private boolean spoke;
  private int emptyReads;

  private TcpLink(String address, Socket socket, Duration mostSilence) {
    this.address = address;
    this.socket = socket;
    this.mostEmptyReads = (int) (mostSilence.toMillis() / READ_TIMEOUT_MILLIS);
  }

  /** @throws LinkLostException when nobody listens there; the message says what to do */
  public static TcpLink open(NetworkAddress device) throws LinkLostException {
    return open(device, MOST_SILENCE);
  }

  /** @param mostSilence after a device has spoken, until it is taken to be gone */
  static TcpLink open(NetworkAddress device, Duration mostSilence) throws LinkLostException {
    String address = "tcp:" + device.host() + ":" + device.port();
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(device.host(), device.port()), CONNECT_TIMEOUT_MILLIS);
      socket.setSoTimeout(READ_TIMEOUT_MILLIS);
      socket.setTcpNoDelay(true);
      return new TcpLink(address, socket, mostSilence);
    } catch (IOException refused) {
      TcpLink unused = new TcpLink(address, socket, mostSilence);
      unused.close();
      throw new LinkLostException(
          address + " does not answer (" + refused.getMessage() + "): switch the sensor on, join its network, and"
              + " check address and port",
          refused);
    }
  }

  @Override
  public int read(byte[] buffer) throws IOException {
    try {
      int length = socket.getInputStream().read(buffer);
      if (length >= 0) {
        spoke = true;
        emptyReads = 0;
        return length;
      }
    } catch (SocketTimeoutException nothingYet) {
      requireVoice();
      return 0;
    } catch (IOException lost) {
      close();
      throw new LinkLostException(address + " is gone (" + lost.getMessage() + "): check its network and battery", lost);
    }
    close();
    throw new LinkLostException(address + " has hung up: only one program at a time may listen to it");
  }

  private void requireVoice() throws LinkLostException {
    emptyReads++;
    if (spoke && emptyReads >= mostEmptyReads) {
      close();
      throw new LinkLostException(address + " has fallen silent: check its battery and network");
    }
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    try {
      socket.getOutputStream().write(bytes);
    } catch (IOException lost) {
      throw new LinkLostException(
          address + " can't be written to (" + lost.getMessage() + "): check its network and battery", lost);
    }
  }

  @Override
  public String address() {
    return address;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException alreadyGone) {
      // What can't be closed is gone as well.
    }
  }
}
