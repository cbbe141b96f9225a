package io.flatback.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the token: in {@code Authorization: Bearer}, or in a cookie that {@code /?token=…} sets. The
 * cookie holds a hash, never the token. Comparisons take the same time whatever was sent.
 */
final class TokenCheck {
  private static final String BEARER = "Bearer ";

  private final byte[] expected;
  private final IntSupplier port;

  TokenCheck(String token, IntSupplier port) {
    this.expected = sha256(token);
    this.port = port;
  }

  void check(Context ctx) {
    String offered = ctx.method().equals(HandlerType.GET) && ctx.path().equals("/") ? ctx.queryParam("token") : null;
    if (offered != null && isToken(offered)) {
      ctx.cookie(cookie());
      ctx.header("Cache-Control", "no-store");
      ctx.redirect("/", HttpStatus.SEE_OTHER);
      ctx.skipRemainingHandlers();
    } else if (offered != null || !(hasHeader(ctx) || hasCookie(ctx))) {
      throw new ProblemException(
          Problem.Kind.TOKEN_MISSING,
          "This service asks for the token it was started with.",
          "Open /?token=… once in the browser, or send Authorization: Bearer ….");
    }
  }

  private boolean hasHeader(Context ctx) {
    String header = ctx.header("Authorization");
    return header != null && header.startsWith(BEARER) && isToken(header.substring(BEARER.length()));
  }

  private boolean hasCookie(Context ctx) {
    @Nullable String value = ctx.cookie(cookieName());
    return value != null
        && MessageDigest.isEqual(
            cookieValue().getBytes(StandardCharsets.UTF_8), value.getBytes(StandardCharsets.UTF_8));
  }

  private boolean isToken(String offered) {
    return MessageDigest.isEqual(expected, sha256(offered));
  }

  private Cookie cookie() {
    return new Cookie(cookieName(), cookieValue(), "/", -1, false, true, null, SameSite.LAX);
  }

  /** Cookies do not know ports: two services on one host must not take each other's. */
  private String cookieName() {
    return "flatback_" + port.getAsInt();
  }

  private String cookieValue() {
    return HexFormat.of().formatHex(expected);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
