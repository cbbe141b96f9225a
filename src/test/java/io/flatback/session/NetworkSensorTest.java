package io.flatback.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.link.HostClock;
import io.flatback.link.NetworkAddress;
import io.flatback.link.TcpLink;
import io.flatback.session.SessionEvent.SensorStatus.State;
import io.flatback.signal.Placement;
import io.flatback.wire.ximu3.XimuBytes;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An x-IMU3 stand-in behind a real TCP port: it speaks once it was pinged, and is switched off once in between. */
@Timeout(30)
class NetworkSensorTest {
  private static final int MESSAGES = 50;

  @Test
  void anXimu3IsPingedHeardLostAndHeardAgain() throws Exception {
    long startNanos = System.nanoTime();
    Heard heard = new Heard(() -> (System.nanoTime() - startNanos) * 1e-9);
    AtomicInteger pings = new AtomicInteger();
    try (ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread device = new Thread(() -> speakTwice(port, pings));
      device.start();
      NetworkAddress address = new NetworkAddress("127.0.0.1", port.getLocalPort());
      try (SensorSupervisor supervisor =
          new SensorSupervisor(
              "tcp:x", Placement.LUMBAR, () -> TcpLink.open(address), SensorDriver.ximu3(Placement.LUMBAR), heard,
              HostClock.SYSTEM, new SplittableRandom(1))) {
        supervisor.start();
        while (heard.samples() < 2 * MESSAGES) {
          Thread.sleep(10);
        }
      }
      device.join();
    }

    assertThat(pings.get()).as("one for each connection at least").isGreaterThanOrEqualTo(2);
    assertThat(heard.states()).startsWith(State.CONNECTING, State.STREAMING, State.LOST);
    assertThat(heard.reasonOf(State.LOST)).contains("has hung up");
    assertThat(heard.gaps()).singleElement()
        .satisfies(gap -> assertThat(gap.missingSamples()).isEqualTo(MESSAGES));
  }

  private static void speakTwice(ServerSocket port, AtomicInteger pings) {
    for (int turn = 0; turn < 2; turn++) {
      try (Socket host = port.accept()) {
        BufferedReader in =
            new BufferedReader(new InputStreamReader(host.getInputStream(), StandardCharsets.US_ASCII));
        if ("{\"ping\":null}".equals(in.readLine())) {
          pings.incrementAndGet();
        }
        OutputStream out = host.getOutputStream();
        for (int i = 0; i < MESSAGES; i++) {
          out.write(XimuBytes.binary((2L * turn * MESSAGES + i) * 10_000, 0, 0, 0, 0, 0, 1));
        }
        out.flush();
        Thread.sleep(300);
      } catch (IOException | InterruptedException over) {
        return;
      }
    }
  }
}
