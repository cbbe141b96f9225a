package io.flatback.web;

import io.flatback.store.Page;
import io.javalin.http.Context;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a list.
 *
 * @param next where to go on; null on the last page
 */
record PageJson<T>(List<T> items, int limit, int offset, int total, @Nullable String next) {
  static final int MAX_LIMIT = 200;
  static final Operation.QueryParameter LIMIT =
      new Operation.QueryParameter("limit", "integer", "How many at most, 1 to " + MAX_LIMIT + "; 50 by default.");
  static final Operation.QueryParameter OFFSET =
      new Operation.QueryParameter("offset", "integer", "How many to leave out; 0 by default.");

  static Page asked(Context ctx) {
    return new Page(number(ctx, "offset", 0, 0, Integer.MAX_VALUE), number(ctx, "limit", 50, 1, MAX_LIMIT));
  }

  private static int number(Context ctx, String name, int byDefault, int min, int max) {
    String text = ctx.queryParam(name);
    if (text == null) {
      return byDefault;
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // Refused below, like a number out of range.
    }
    throw ProblemException.badValue(
        "Parameter '" + name + "'",
        "'" + text + "'",
        "a whole number " + (max == Integer.MAX_VALUE ? "from " + min : min + " to " + max));
  }

  static <S, T> PageJson<T> of(Context ctx, List<S> items, Page page, int total, Function<S, T> shape) {
    int end = page.offset() + items.size();
    String next = end < total && !items.isEmpty() ? pathWith(ctx, page.limit(), end) : null;
    return new PageJson<>(items.stream().map(shape).toList(), page.limit(), page.offset(), total, next);
  }

  /** Cuts the asked stretch out of a list that is all there. */
  static <S, T> PageJson<T> cut(Context ctx, List<S> all, Function<S, T> shape) {
    Page page = asked(ctx);
    int from = Math.min(page.offset(), all.size());
    int to = Math.min(from + page.limit(), all.size());
    return of(ctx, all.subList(from, to), page, all.size(), shape);
  }

  private static String pathWith(Context ctx, int limit, int offset) {
    String athlete = ctx.queryParam("athlete");
    String filter = athlete == null ? "" : "&athlete=" + java.net.URLEncoder.encode(athlete, java.nio.charset.StandardCharsets.UTF_8);
    return ctx.path() + "?limit=" + limit + "&offset=" + offset + filter;
  }
}
