package io.flatback.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.staticfiles.ResourceHandler;
import io.javalin.http.staticfiles.StaticFileConfig;
import io.javalin.security.RouteRole;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The app's files, from the classpath. A browser may keep them and asks each time whether they changed:
 * after an update nobody sees the old app.
 */
final class AppFiles implements ResourceHandler {
  private static final String ROOT = "/web";
  private static final Pattern PLAIN = Pattern.compile("(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+");
  private static final Pattern SESSION_PAGE = Pattern.compile("/sessions/[A-Za-z0-9_-]+");
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("mjs", "text/javascript; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("woff2", "font/woff2"));

  private final Map<String, AppFile> loaded = new ConcurrentHashMap<>();

  private static final class AppFile {
    private final byte[] bytes;
    private final String type;
    private final String etag;

    AppFile(byte[] bytes, String type) {
      this.bytes = bytes;
      this.type = type;
      this.etag = etagOf(bytes);
    }
  }

  @Override
  public boolean canHandle(Context ctx) {
    return isRead(ctx) && find(ctx.path()) != null;
  }

  @Override
  public boolean handle(Context ctx) {
    AppFile file = isRead(ctx) ? find(ctx.path()) : null;
    if (file == null) {
      return false;
    }
    ctx.header("ETag", file.etag).header("Cache-Control", "no-cache");
    String known = ctx.header("If-None-Match");
    if (known != null && known.contains(file.etag)) {
      ctx.status(304);
    } else {
      ctx.contentType(file.type).result(file.bytes);
    }
    return true;
  }

  private static boolean isRead(Context ctx) {
    return ctx.method().equals(HandlerType.GET) || ctx.method().equals(HandlerType.HEAD);
  }

  private @Nullable AppFile find(String path) {
    String name = page(path);
    if (!PLAIN.matcher(name).matches()) {
      return null;
    }
    AppFile known = loaded.get(name);
    if (known != null) {
      return known;
    }
    AppFile file = load(name);
    if (file != null) {
      loaded.put(name, file);
    }
    return file;
  }

  /** Pages have addresses without a file's name: {@code /sessions} is {@code sessions.html}. */
  private static String page(String path) {
    if (path.equals("/")) {
      return "/index.html";
    }
    if (SESSION_PAGE.matcher(path).matches()) {
      return "/session.html";
    }
    return path.indexOf('.') < 0 ? path + ".html" : path;
  }

  private static @Nullable AppFile load(String name) {
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null) {
      return null;
    }
    try (InputStream in = AppFiles.class.getResourceAsStream(ROOT + name)) {
      if (in == null) {
        return null;
      }
      return new AppFile(in.readAllBytes(), type);
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + name + " of the app", e);
    }
  }

  private static String etagOf(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "\"" + HexFormat.of().formatHex(digest, 0, 12) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public boolean addStaticFileConfig(StaticFileConfig config) {
    return false;
  }

  @Override
  public Set<RouteRole> resourceRouteRoles(Context ctx) {
    return Set.of();
  }
}
