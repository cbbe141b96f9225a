package io.flatback.link.ble;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The machine with the real bluetoothd that {@code src/test/guest/run} has brought up, and what may be asked of it.
 *
 * @param bus its message bus
 * @param controlPort where it takes the words of {@code src/test/guest/control}
 */
public record Guest(SystemBus bus, int controlPort) {
  private static final String BUS = "flatback.guest.bus";
  private static final String CONTROL = "flatback.guest.control";
  private static final int ANSWER_WITHIN_MILLIS = 5_000;

  /**
   * Skips the test without a guest, with {@code CI=true} too: only the command that brings it up can promise it, and
   * it fails by itself when it can't.
   */
  public static Guest require() {
    String bus = System.getProperty(BUS, "");
    assumeTrue(!bus.isEmpty(), "there is no guest with a real bluetoothd: src/test/guest/run brings one up");
    return new Guest(new SystemBus(bus), Integer.getInteger(CONTROL, 0));
  }

  /** @return its answer, line by line */
  public List<String> ask(String word) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), controlPort);
        BufferedReader answers =
            new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      socket.setSoTimeout(ANSWER_WITHIN_MILLIS);
      socket.getOutputStream().write((word + "\n").getBytes(StandardCharsets.UTF_8));
      List<String> lines = new ArrayList<>();
      for (String line = answers.readLine(); !"done".equals(line); line = answers.readLine()) {
        if (line == null) {
          throw new IOException("the guest hung up on \"" + word + "\" after " + lines);
        }
        lines.add(line);
      }
      return lines;
    }
  }
}
