package io.flatback.wire.ximu3;

import java.nio.charset.StandardCharsets;

/** What an x-IMU3 is told. */
public final class XimuCommand {
  private XimuCommand() {}

  /** It answers with who it is, and from then on knows where to send its messages. */
  public static byte[] ping() {
    return "{\"ping\":null}\n".getBytes(StandardCharsets.US_ASCII);
  }
}
