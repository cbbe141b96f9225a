package io.flatback.report;

import io.flatback.form.ChangeSizes;
import io.flatback.form.FormPreferences;
import io.flatback.form.FormPreset;
import io.flatback.form.Primary;
import io.flatback.session.SessionResult.Mode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the athlete had set of the alarm rule, and since when the athlete's own scatter is learnt. */
final class Judging {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private Judging() {}

  static List<String> of(ReportModel model) {
    List<String> lines = new ArrayList<>();
    FormPreferences by = model.context().preferences();
    boolean two = model.result().mode() == Mode.TWO_SENSORS;
    lines.add("Judged by the preset " + by.preset().key() + (by.isAsPreset() ? "" : ", changed by you") + ": "
        + purpose(by.preset()) + " " + sizes(by, two) + " " + primary(by.withTwoSensors(), two));
    Instant since = model.context().learntSince();
    if (since != null) {
      lines.add("Your own scatter is learnt since " + DAY.format(since.atZone(ZoneOffset.UTC))
          + ", when you asked to begin anew.");
    }
    return lines;
  }

  private static String purpose(FormPreset preset) {
    return switch (preset) {
      case DEFAULT -> "for any training.";
      case STRENGTH -> "sets that end while you are still fast.";
      case HYPERTROPHY -> "sets in which slowing down is part of the work.";
      case TECHNIQUE -> "the posture of the lower back before all.";
      case RETURN_AFTER_PAIN -> "whatever changes first, from small changes on.";
    };
  }

  private static String sizes(FormPreferences by, boolean two) {
    ChangeSizes loss = by.velocityLossRatio();
    ChangeSizes flexion = by.lumbarFlexionDeg();
    String slower =
        String.format(Locale.ROOT, "Velocity loss matters from %.0f %% on, to warn from %.0f %%",
            100 * loss.watch(), 100 * loss.warn());
    return two
        ? slower + String.format(Locale.ROOT, "; lumbar flexion from %.1f\u00b0, to warn from %.1f\u00b0.",
            flexion.watch(), flexion.warn())
        : slower + ".";
  }

  private static String primary(Primary withTwo, boolean two) {
    return switch (two ? withTwo : Primary.VELOCITY_LOSS) {
      case LUMBAR_FLEXION -> "Only lumbar flexion may warn, the others inform.";
      case VELOCITY_LOSS -> "Only velocity loss may warn, the others inform.";
      case EARLIEST -> "Lumbar flexion and velocity loss may warn, each by a stricter limit; the others inform.";
    };
  }
}
