package io.flatback.report;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The line above the headline: what was lifted, when, by whom. */
final class Heading {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private Heading() {}

  static List<String> parts(ReportModel model) {
    List<String> parts = new ArrayList<>();
    parts.add(exercises(model));
    ReportContext context = model.context();
    if (context.athlete() != null && !context.athlete().isBlank()) {
      parts.add(context.athlete());
    }
    if (context.startedAt() != null) {
      parts.add(TIME.format(context.startedAt()));
    }
    if (context.recordingName() != null && !context.recordingName().isBlank()) {
      parts.add(context.recordingName());
    }
    return parts;
  }

  private static String exercises(ReportModel model) {
    List<String> names =
        model.sets().stream()
            .map(set -> SetTitle.exercise(set.set().exercise()) + (set.set().exerciseGuessed() ? " (guessed)" : ""))
            .distinct()
            .toList();
    String joined = names.isEmpty() ? "session" : String.join(", ", names);
    return Character.toUpperCase(joined.charAt(0)) + joined.substring(1);
  }
}
