package io.flatback.web;

import io.javalin.http.Context;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Who may come in. Every request names this very service in {@code Host}, so that a page of another site
 * whose name was bent to point here (DNS rebinding) stays out; a request that a browser says comes from
 * another site stays out as well; and where there is a token, it must be shown.
 */
final class Gate {
  private final WebSettings settings;
  private final IntSupplier port;
  private final @Nullable TokenCheck token;

  /** @param port the port that is listened on, known only after the start */
  Gate(WebSettings settings, IntSupplier port) {
    this.settings = settings;
    this.port = port;
    this.token = settings.token() == null ? null : new TokenCheck(settings.token(), port);
  }

  void check(Context ctx) {
    checkHost(ctx);
    checkOrigin(ctx);
    if (token != null) {
      token.check(ctx);
    }
  }

  private void checkHost(Context ctx) {
    String host = ctx.header("Host");
    if (host == null || !isOurs(host, ctx)) {
      throw new ProblemException(
          Problem.Kind.FOREIGN_HOST,
          "Host is " + quoted(host) + ", expected " + example() + ".",
          "Open http://" + example() + "/ instead.");
    }
  }

  private void checkOrigin(Context ctx) {
    String origin = ctx.header("Origin");
    if (origin == null) {
      return;
    }
    String http = "http://";
    if (!origin.startsWith(http) || !isOurs(origin.substring(http.length()), ctx)) {
      throw new ProblemException(
          Problem.Kind.FOREIGN_ORIGIN,
          "Origin is " + quoted(origin) + ", expected http://" + example() + ".",
          "Pages of other sites can't use this service; send the request from its own page or without Origin.");
    }
  }

  private boolean isOurs(String authority, Context ctx) {
    @Nullable URI uri = parsed(authority);
    if (uri == null || uri.getHost() == null || uri.getUserInfo() != null || !uri.getRawPath().isEmpty()) {
      return false;
    }
    int named = uri.getPort() == -1 ? 80 : uri.getPort();
    return named == port.getAsInt() && names(ctx).contains(uri.getHost().toLowerCase(Locale.ROOT));
  }

  private static @Nullable URI parsed(String authority) {
    try {
      return URI.create("http://" + authority);
    } catch (IllegalArgumentException notAnAuthority) {
      return null;
    }
  }

  /** An address in numbers can't be bent by DNS, so where all are listened on, the one used is ours. */
  private Set<String> names(Context ctx) {
    String configured = settings.listensOnEveryAddress() ? ctx.req().getLocalAddr() : settings.host();
    return Set.of("localhost", "127.0.0.1", "[::1]").contains(bracketed(configured))
        ? Set.of("localhost", "127.0.0.1", "[::1]")
        : Set.of("localhost", "127.0.0.1", "[::1]", bracketed(configured));
  }

  private static String bracketed(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return lower.contains(":") && !lower.startsWith("[") ? "[" + lower + "]" : lower;
  }

  private String example() {
    String host = settings.listensOnEveryAddress() ? "localhost" : bracketed(settings.host());
    return host + ":" + port.getAsInt();
  }

  private static String quoted(@Nullable String header) {
    return header == null ? "missing" : "'" + header + "'";
  }
}
