package io.flatback.web;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One server-sent event, ready for the wire and shared by all who get it.
 *
 * @param order rises with every event, samples too
 * @param id null for what a client that comes back need not get again
 * @param platform null when it concerns all
 */
record LiveEvent(long order, @Nullable Long id, String name, @Nullable String platform, byte[] frame) {

  static LiveEvent of(long order, @Nullable Long id, String name, @Nullable String platform, String json) {
    String head = id == null ? "event: " + name : "id: " + id + "\nevent: " + name;
    return new LiveEvent(
        order, id, name, platform, (head + "\ndata: " + json + "\n\n").getBytes(StandardCharsets.UTF_8));
  }

  boolean mayBeDropped() {
    return name.equals("sample");
  }
}
