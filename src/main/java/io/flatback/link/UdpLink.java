package io.flatback.link;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;

/**
 * A device that sends datagrams to a port of this machine and listens on one of its own. Datagrams from other
 * machines are left out. A datagram that was lost is lost.
 */
public final class UdpLink implements ByteLink {
  private static final int READ_TIMEOUT_MILLIS = 200;
  private static final int MOST_BYTES = 65_535;

  private final String address;
  private final DatagramSocket socket;
  private final InetSocketAddress device;
  private final DatagramPacket packet = new DatagramPacket(new byte[MOST_BYTES], MOST_BYTES);
  private int taken;
  private int held;

  private UdpLink(String address, DatagramSocket socket, InetSocketAddress device) {
    this.address = address;
    this.socket = socket;
    this.device = device;
  }

  /**
   * @param device where it listens
   * @param listenPort where it sends to on this machine; 0 for any, if it answers whoever asks
   * @throws LinkLostException when the port is taken or the host unknown; the message says what to do
   */
  public static UdpLink open(NetworkAddress device, int listenPort) throws LinkLostException {
    String address = "udp:" + device.host() + ":" + device.port();
    try {
      InetAddress host = InetAddress.getByName(device.host());
      DatagramSocket socket = new DatagramSocket(listenPort);
      socket.setSoTimeout(READ_TIMEOUT_MILLIS);
      return new UdpLink(address, socket, new InetSocketAddress(host, device.port()));
    } catch (IOException refused) {
      throw new LinkLostException(
          address + " can't be listened to on port " + listenPort + " (" + refused.getMessage()
              + "): close what else listens there, or name the port it sends to, as in ?listen=8000",
          refused);
    }
  }

  @Override
  public int read(byte[] buffer) throws IOException {
    if (taken == held && !receive()) {
      return 0;
    }
    int length = Math.min(buffer.length, held - taken);
    System.arraycopy(packet.getData(), taken, buffer, 0, length);
    taken += length;
    return length;
  }

  private boolean receive() throws IOException {
    try {
      packet.setLength(MOST_BYTES);
      socket.receive(packet);
      boolean ofDevice = packet.getAddress().equals(device.getAddress());
      taken = 0;
      held = ofDevice ? packet.getLength() : 0;
      return held > 0;
    } catch (SocketTimeoutException nothingYet) {
      return false;
    } catch (IOException lost) {
      close();
      throw new LinkLostException(address + " is gone (" + lost.getMessage() + "): check the network", lost);
    }
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    try {
      socket.send(new DatagramPacket(bytes, bytes.length, device));
    } catch (IOException lost) {
      throw new LinkLostException(address + " can't be reached (" + lost.getMessage() + "): check the network", lost);
    }
  }

  /** Of this machine. */
  public int listenPort() {
    return socket.getLocalPort();
  }

  @Override
  public String address() {
    return address;
  }

  @Override
  public void close() {
    socket.close();
  }
}
