package io.flatback.web;

import io.flatback.recording.DecoderFactory;
import io.flatback.store.Database;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.json.JavalinJackson3;
import io.javalin.router.Endpoint;
import io.javalin.router.ParsedEndpoint;
import io.javalin.util.JavalinBindException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.server.Server;

/** The service on its port: interface, live events, app. */
public final class WebServer implements AutoCloseable {
  private final WebSettings settings;
  private final LiveRoutes liveRoutes;
  private final List<Operation> operations = new ArrayList<>();
  private final ServiceMetrics metrics;
  private final Gate gate;
  private final Javalin javalin;

  private WebServer(WebSettings settings, Parts parts) {
    this.settings = settings;
    this.metrics = parts.metrics();
    this.liveRoutes = new LiveRoutes(parts.hub(), parts.database().events());
    this.gate = new Gate(settings, this::port);
    metrics.watch(parts.hub());
    metrics.watch(parts.live());
    SessionRoutes sessions = new SessionRoutes(parts.database(), parts.live());
    operations.addAll(new AthleteRoutes(parts.database(), parts.live()).operations());
    operations.addAll(new BaselineRoutes(parts.database(), parts.live()).operations());
    operations.addAll(new PlatformRoutes(parts.database(), parts.live()).operations());
    operations.addAll(new SensorRoutes(parts.database(), parts.live()).operations());
    operations.addAll(new CalibrationRoutes(parts.live()).operations());
    operations.addAll(sessions.operations());
    operations.addAll(new ResultRoutes(parts.database(), parts.live(), sessions, parts.version()).operations());
    operations.addAll(new RecordingRoutes(parts.database(), parts.decoders()).operations());
    operations.addAll(new EvidenceRoutes().operations());
    operations.addAll(liveRoutes.operations());
    operations.addAll(new HealthRoutes(parts.live(), metrics).operations());
    byte[] openApi =
        Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(
            OpenApi.of(operations, parts.version(), settings.token() != null));
    this.javalin = Javalin.create(config -> configure(config, openApi));
  }

  /**
   * What the service is made of.
   *
   * @param version of the program
   */
  public record Parts(
      Database database,
      DecoderFactory decoders,
      LiveControl live,
      EventHub hub,
      ServiceMetrics metrics,
      String version) {}

  /** @throws PortTakenException when something else listens there */
  public static WebServer start(WebSettings settings, Parts parts) throws PortTakenException {
    WebServer server = new WebServer(settings, parts);
    try {
      server.javalin.start(settings.host(), settings.port());
      return server;
    } catch (JavalinBindException e) {
      throw new PortTakenException(settings, e);
    }
  }

  private void configure(JavalinConfig config, byte[] openApi) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.http.maxRequestSize = Body.MAX_BYTES;
    config.jsonMapper(new JavalinJackson3(Json.MAPPER, true));
    config.resourceHandler(new AppFiles());
    config.jetty.modifyServer(WebServer::configure);
    config.routes.before(this::before);
    config.routes.after(ctx -> metrics.requestEnds(ctx, route(ctx)));
    for (Operation operation : operations) {
      config.routes.addHttpHandler(operation.method(), operation.path(), operation.handler());
    }
    config.routes.get("/openapi.json", ctx -> ctx.contentType("application/json").result(openApi));
    Problems.handle(config.routes);
  }

  private static void configure(Server server) {
    server.setErrorHandler(new ServerProblems());
    server.setStopTimeout(0);
  }

  private void before(Context ctx) {
    metrics.requestBegins(ctx);
    SecurityHeaders.add(ctx);
    gate.check(ctx);
  }

  private static String route(Context ctx) {
    Endpoint endpoint = ctx.endpoints().lastHttpEndpoint();
    return endpoint != null && endpoint.method.isHttpMethod() ? endpoint.path : "other";
  }

  public int port() {
    return javalin.port();
  }

  /** Where a browser on this machine finds it. */
  public String address() {
    String host = settings.listensOnEveryAddress() ? "localhost" : settings.host();
    return "http://" + (host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host) + ":" + port() + "/";
  }

  /** What the router really knows, for the test that holds the description against it. */
  List<ParsedEndpoint> endpoints() {
    return javalin.unsafe.internalRouter.allHttpHandlers();
  }

  /** Lets live clients go, then stops. */
  @Override
  public void close() {
    liveRoutes.close();
    javalin.stop();
  }
}
