package io.flatback.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class NetworkLinkTest {
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();
  private static final byte[] PING = bytes("{\"ping\":null}\n");

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static NetworkAddress here(int port) {
    return new NetworkAddress(HERE.getHostAddress(), port);
  }

  private static String read(ByteLink link) throws IOException {
    return read(link, 20);
  }

  private static String read(ByteLink link, int mostTries) throws IOException {
    byte[] buffer = new byte[100];
    for (int tries = 0; tries < mostTries; tries++) {
      int length = link.read(buffer);
      if (length != 0) {
        return new String(buffer, 0, length, StandardCharsets.US_ASCII);
      }
    }
    return "";
  }

  @Test
  void speaksAndListensOverTcp() throws IOException {
    try (ServerSocket device = new ServerSocket(0, 1, HERE);
        TcpLink link = TcpLink.open(here(device.getLocalPort()));
        Socket heard = device.accept()) {
      link.write(PING);
      assertThat(heard.getInputStream().readNBytes(PING.length)).isEqualTo(PING);
      heard.getOutputStream().write(bytes("I,1\n"));
      assertThat(read(link)).isEqualTo("I,1\n");
      assertThat(link.read(new byte[10])).as("nothing comes, and the reader is not held up").isZero();
    }
  }

  @Test
  void aTcpDeviceThatHangsUpIsLost() throws IOException {
    try (ServerSocket device = new ServerSocket(0, 1, HERE);
        TcpLink link = TcpLink.open(here(device.getLocalPort()))) {
      device.accept().close();
      assertThatThrownBy(() -> read(link)).isInstanceOf(LinkLostException.class).hasMessageContaining("has hung up");
    }
  }

  /** Its battery gives out: nobody hangs up. */
  @Test
  void aTcpDeviceThatSpokeAndFellSilentIsGivenUpSoThatItIsDialledAnew() throws IOException {
    try (ServerSocket device = new ServerSocket(0, 1, HERE);
        TcpLink link = TcpLink.open(here(device.getLocalPort()), Duration.ofMillis(600));
        Socket heard = device.accept()) {
      assertThat(read(link, 5)).as("one that never spoke is waited for").isEmpty();
      heard.getOutputStream().write(bytes("I,1\n"));
      assertThat(read(link, 5)).isEqualTo("I,1\n");
      assertThatThrownBy(() -> read(link, 5))
          .isInstanceOf(LinkLostException.class)
          .hasMessageContainingAll("has fallen silent", "battery");
    }
  }

  @Test
  void nobodyThereIsSaidWithARemedy() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, HERE)) {
      port = free.getLocalPort();
    }
    assertThatThrownBy(() -> TcpLink.open(here(port)))
        .isInstanceOf(LinkLostException.class)
        .hasMessageStartingWith("tcp:127.0.0.1:" + port + " does not answer")
        .hasMessageContaining("switch the sensor on");
  }

  @Test
  void closingEndsAReadThatWaits() throws Exception {
    try (ServerSocket device = new ServerSocket(0, 1, HERE)) {
      TcpLink link = TcpLink.open(here(device.getLocalPort()));
      Thread closing = new Thread(link::close);
      closing.start();
      assertThatThrownBy(() -> read(link)).isInstanceOf(LinkLostException.class);
      closing.join();
    }
  }

  @Test
  void speaksAndListensOverUdpWhateverTheBufferHolds() throws IOException {
    try (DatagramSocket device = new DatagramSocket(0, HERE);
        UdpLink link = UdpLink.open(here(device.getLocalPort()), 0)) {
      link.write(PING);
      DatagramPacket heard = new DatagramPacket(new byte[100], 100);
      device.receive(heard);
      assertThat(heard.getLength()).isEqualTo(PING.length);
      byte[] message = bytes("I,1\nI,2\n");
      device.send(new DatagramPacket(message, message.length, HERE, link.listenPort()));

      byte[] small = new byte[5];
      assertThat(link.read(small)).isEqualTo(5);
      assertThat(read(link)).isEqualTo(",2\n");
      assertThat(link.read(small)).isZero();
    }
  }

  @Test
  void aPortThatIsTakenIsSaidWithARemedy() throws IOException {
    try (DatagramSocket other = new DatagramSocket(0)) {
      assertThatThrownBy(() -> UdpLink.open(here(9000), other.getLocalPort()))
          .isInstanceOf(LinkLostException.class)
          .hasMessageContaining("close what else listens there");
    }
  }

  @Test
  void aTcpDeviceThatHungUpIsLetGo() throws IOException {
    try (ServerSocket device = new ServerSocket(0, 1, HERE)) {
      TcpLink link = TcpLink.open(here(device.getLocalPort()));
      Socket heard = device.accept();
      heard.shutdownOutput();
      assertThatThrownBy(() -> read(link)).isInstanceOf(LinkLostException.class);
      heard.setSoTimeout(2000);
      assertThat(heard.getInputStream().read()).as("this end is closed as well").isEqualTo(-1);
      heard.close();
    }
  }

  @Test
  void aLongDatagramAfterAShortOneIsWholeAndAnotherMachinesIsLeftOut() throws IOException {
    InetAddress elsewhere = InetAddress.getByName("127.0.0.2");
    try (DatagramSocket device = new DatagramSocket(0, HERE);
        DatagramSocket stranger = new DatagramSocket(0, elsewhere);
        UdpLink link = UdpLink.open(here(device.getLocalPort()), 0)) {
      stranger.send(datagram("I,666\n", link));
      device.send(datagram("I,1\n", link));
      assertThat(read(link)).isEqualTo("I,1\n");
      device.send(datagram("I,2,and much more\n", link));
      assertThat(read(link)).isEqualTo("I,2,and much more\n");
    }
  }

  private static DatagramPacket datagram(String text, UdpLink to) {
    return new DatagramPacket(bytes(text), text.length(), HERE, to.listenPort());
  }
}
