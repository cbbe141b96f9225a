package io.flatback.web;

import io.flatback.store.EventLog;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Live events, each client on a virtual thread of its own: one that stalls holds up nobody. */
final class LiveRoutes implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveRoutes.class);
  private static final String MEDIA_TYPE = "text/event-stream";
  private static final long PATIENCE_MILLIS = 200;

  private final EventHub hub;
  private final EventLog log;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("live-client-", 0).factory());

  LiveRoutes(EventHub hub, EventLog log) {
    this.hub = hub;
    this.log = log;
  }

  List<Operation> operations() {
    return List.of(
        Operation.get(
                "/api/v1/live",
                "live",
                "Live events as they happen (server-sent events); docs/api.md lists them.",
                new Operation.TextAnswer(200, "Events without end.", List.of(MEDIA_TYPE)),
                this::live)
            .with(
                new Operation.QueryParameter("platform", "string", "Only the events of this platform."),
                new Operation.QueryParameter(
                    "last_event_id", "string", "As the header Last-Event-ID, for those who can't set it."))
            .refusing(Problem.Kind.NOT_ACCEPTABLE));
  }

  private void live(Context ctx) throws IOException {
    String accept = ctx.header("Accept");
    if (accept != null && !accept.contains(MEDIA_TYPE) && !accept.contains("*/*")) {
      throw new ProblemException(
          Problem.Kind.NOT_ACCEPTABLE, "Live events can't be had as " + accept + ".", "Accept " + MEDIA_TYPE + ".");
    }
    LiveClient client = hub.subscribe(lastEventId(ctx), ctx.queryParam("platform"), cutOff(ctx));
    try {
      OutputStream out = begin(ctx.res());
      ctx.async(
          config -> {
            config.executor = threads;
            config.timeout = 0;
          },
          () -> serve(client, out));
    } catch (IOException | RuntimeException e) {
      hub.unsubscribe(client);
      throw e;
    }
  }

  private static Runnable cutOff(Context ctx) {
    EndPoint endPoint =
        ServletContextRequest.getServletContextRequest(ctx.req()).getConnectionMetaData().getConnection().getEndPoint();
    return () -> endPoint.close(new EOFException("the client does not read"));
  }

  private static OutputStream begin(HttpServletResponse response) throws IOException {
    response.setStatus(200);
    response.setContentType(MEDIA_TYPE);
    response.setCharacterEncoding("UTF-8");
    response.setHeader("X-Accel-Buffering", "no");
    response.flushBuffer();
    return response.getOutputStream();
  }

  private void serve(LiveClient client, OutputStream out) {
    try {
      client.run(out, log);
    } catch (IOException e) {
      LOG.debug("live client went away: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      hub.unsubscribe(client);
    }
  }

  /** Not one of ours, then the client comes for the first time. */
  private static @Nullable Long lastEventId(Context ctx) {
    String header = ctx.header("Last-Event-ID");
    String text = header == null ? ctx.queryParam("last_event_id") : header;
    try {
      return text == null ? null : Long.valueOf(text.strip());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Those that read get what they still have coming; those that do not are cut off. */
  @Override
  public void close() {
    hub.close();
    threads.shutdown();
    try {
      if (!threads.awaitTermination(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        hub.abort();
        var unused = threads.awaitTermination(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
