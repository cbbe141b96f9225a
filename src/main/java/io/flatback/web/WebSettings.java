package io.flatback.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the service listens and who may talk to it.
 *
 * @param port 0: any free one
 * @param token null: nobody is asked for one, which only a loopback address allows
 */
public record WebSettings(String host, int port, @Nullable String token) {
  public static final String LOOPBACK = "127.0.0.1";
  static final int TOKEN_MIN_CHARS = 16;
  private static final Set<String> LOOPBACKS = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

  public WebSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("--port " + port + ": expected 0 (any free port) to 65535");
    }
    if (token != null && token.length() < TOKEN_MIN_CHARS) {
      throw new IllegalArgumentException(
          "--token has " + token.length() + " characters, expected at least " + TOKEN_MIN_CHARS
              + ": take a longer one, e.g. from `openssl rand -hex 16`");
    }
    if (token == null && !LOOPBACKS.contains(host)) {
      throw new IllegalArgumentException(
          "--host " + host + " lets other machines in, which needs --token with at least " + TOKEN_MIN_CHARS
              + " characters: add one, or leave --host away to listen on " + LOOPBACK + " only");
    }
  }

  boolean listensOnEveryAddress() {
    return host.equals("0.0.0.0") || host.equals("::") || host.equals("[::]");
  }
}
