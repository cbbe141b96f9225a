package io.flatback.web;

import io.flatback.report.ReportFormat;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which form of the report {@code Accept} asks for. */
final class ReportChoice {
  private static final Map<String, ReportFormat> BY_TYPE =
      Map.of(
          "application/json", ReportFormat.JSON,
          "text/html", ReportFormat.HTML,
          "text/csv", ReportFormat.CSV,
          "text/plain", ReportFormat.TEXT,
          "*/*", ReportFormat.JSON,
          "application/*", ReportFormat.JSON,
          "text/*", ReportFormat.HTML);
  static final List<String> MEDIA_TYPES = List.of("application/json", "text/html", "text/csv", "text/plain");

  private ReportChoice() {}

  /** One entry of the header. */
  private record Wish(String type, double quality) {

    static @Nullable Wish of(String entry) {
      String[] parts = entry.split(";", -1);
      double quality = 1;
      for (int i = 1; i < parts.length; i++) {
        String parameter = parts[i].strip();
        if (parameter.startsWith("q=")) {
          quality = number(parameter.substring(2));
        }
      }
      return quality > 0 ? new Wish(parts[0].strip().toLowerCase(Locale.ROOT), quality) : null;
    }

    private static double number(String text) {
      try {
        return Double.parseDouble(text);
      } catch (NumberFormatException e) {
        return 0;
      }
    }
  }

  static ReportFormat of(Context ctx) {
    String accept = ctx.header("Accept");
    if (accept == null || accept.isBlank()) {
      return ReportFormat.JSON;
    }
    for (Wish wish : wishes(accept)) {
      ReportFormat format = BY_TYPE.get(wish.type());
      if (format != null) {
        return format;
      }
    }
    throw new ProblemException(
        Problem.Kind.NOT_ACCEPTABLE,
        "The report can't be had as " + accept + ".",
        "Accept one of " + String.join(", ", MEDIA_TYPES) + ".");
  }

  private static List<Wish> wishes(String accept) {
    List<Wish> wishes = new ArrayList<>();
    for (String entry : accept.split(",", -1)) {
      Wish wish = Wish.of(entry);
      if (wish != null) {
        wishes.add(wish);
      }
    }
    wishes.sort(Comparator.comparingDouble(Wish::quality).reversed());
    return wishes;
  }
}
