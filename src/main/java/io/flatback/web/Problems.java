package io.flatback.web;

import io.flatback.store.StoreConflictException;
import io.flatback.store.StoreException;
import io.flatback.store.StoreFullException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever goes wrong with a request into a {@link Problem}. */
final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private Problems() {}

  static void handle(RoutesConfig routes) {
    routes.exception(ProblemException.class, (e, ctx) -> answer(ctx, e));
    routes.exception(StoreFullException.class, (e, ctx) -> answer(ctx, disk(e)));
    routes.exception(
        StoreConflictException.class,
        (e, ctx) -> answer(ctx, new ProblemException(Problem.Kind.PLATFORM_BUSY, text(e), "Load the state anew.")));
    routes.exception(StoreException.class, (e, ctx) -> fault(ctx, e));
    routes.exception(HttpResponseException.class, (e, ctx) -> answer(ctx, ofStatus(e, ctx)));
    routes.exception(Exception.class, (e, ctx) -> fault(ctx, e));
  }

  static ProblemException disk(StoreException e) {
    return new ProblemException(Problem.Kind.DISK, text(e), "Make room on the disk of the data directory; it goes on by itself.");
  }

  private static String text(Exception e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }

  static void answer(Context ctx, ProblemException e) {
    Problem problem = e.at(ctx.method() + " " + ctx.path());
    if (e.kind() == Problem.Kind.TOKEN_MISSING) {
      ctx.header("WWW-Authenticate", "Bearer realm=\"flatback\"");
    }
    ctx.status(problem.status()).contentType(Problem.MEDIA_TYPE).result(Json.MAPPER.writeValueAsBytes(problem));
  }

  private static ProblemException ofStatus(HttpResponseException e, Context ctx) {
    return switch (e.getStatus()) {
      case 404 -> new ProblemException(
          Problem.Kind.UNKNOWN_ROUTE, "There is nothing at " + ctx.path() + ".", "/openapi.json lists what there is.");
      case 405 -> notAllowed(e, ctx);
      case 413 -> new ProblemException(Problem.Kind.BODY_TOO_LARGE, text(e), "Send less.");
      default -> new ProblemException(
          e.getStatus() < 500 ? Problem.Kind.BAD_REQUEST : Problem.Kind.FAULT, text(e), "See /openapi.json.");
    };
  }

  private static ProblemException notAllowed(HttpResponseException e, Context ctx) {
    Set<String> allowed = new TreeSet<>();
    for (HandlerType method : HandlerType.commonHttp()) {
      if (e.getDetails().values().stream().anyMatch(value -> value.toUpperCase(Locale.ROOT).contains(method.name()))) {
        allowed.add(method.name());
      }
    }
    String list = String.join(", ", allowed);
    ctx.header("Allow", list);
    return new ProblemException(
        Problem.Kind.METHOD_NOT_ALLOWED, ctx.method() + " is not allowed here, only " + list + ".", "Use " + list + ".");
  }

  private static void fault(Context ctx, Exception e) {
    LOG.error("{} {} failed", ctx.method(), ctx.path(), e);
    answer(
        ctx,
        new ProblemException(
            Problem.Kind.FAULT,
            "The program failed at this request (" + e.getClass().getSimpleName() + ").",
            "Try again; if it stays, report it with the lines of the log."));
  }
}
