package io.flatback.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A client of live events that notes when each came. */
final class LiveEars implements AutoCloseable {
  /** @param nanos of {@link System#nanoTime}, when its last line was read */
  record Heard(String name, String data, long nanos) {}

  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private final BufferedReader in;

  LiveEars(String address, Set<String> names) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "api/v1/live")).header("Accept", "text/event-stream").build();
    in =
        new BufferedReader(
            new InputStreamReader(
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream()).body(),
                StandardCharsets.UTF_8));
    Thread.ofPlatform().daemon().start(() -> listen(names));
  }

  private void listen(Set<String> names) {
    try {
      String name = "";
      String data = "";
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith("event: ")) {
          name = line.substring(7);
        } else if (line.startsWith("data: ")) {
          data = line.substring(6);
        } else if (line.isEmpty() && names.contains(name)) {
          heard.add(new Heard(name, data, System.nanoTime()));
          name = "";
        }
      }
    } catch (IOException closed) {
      // The run is over.
    }
  }

  List<Heard> heard() {
    return heard;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
