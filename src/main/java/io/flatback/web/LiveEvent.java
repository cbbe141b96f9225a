package io.flatback.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One server-sent event, ready for the wire and shared by all who get it. */
final class LiveEvent {
  private final long order;
  private final String name;
  private final @Nullable String platform;
  private final byte[] frame;

  /**
   * @param order rises with every event, samples too
   * @param id null for what a client that comes back need not get again
   * @param platform null when it concerns all
   */
  LiveEvent(long order, @Nullable Long id, String name, @Nullable String platform, String json) {
    this.order = order;
    this.name = name;
    this.platform = platform;
    String head = id == null ? "event: " + name : "id: " + id + "\nevent: " + name;
    this.frame = (head + "\ndata: " + json + "\n\n").getBytes(StandardCharsets.UTF_8);
  }

  long order() {
    return order;
  }

  boolean concerns(@Nullable String wanted) {
    return wanted == null || platform == null || wanted.equals(platform);
  }

  boolean mayBeDropped() {
    return name.equals("sample");
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(frame);
  }
}
