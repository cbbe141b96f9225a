package io.flatback.report;

import java.util.Locale;

/**
 * The few colours, each with one meaning. A drawing carries the light one itself, so that it also stands
 * without a style sheet; the style sheet changes it where the reader wants dark.
 */
enum Ink {
  TEXT("#1b1f24", "#e8eaed"),
  QUIET("#4a5560", "#b4bdc7"),
  PAPER("#ffffff", "#14181d"),
  GRID("#d5dae0", "#39424c"),
  BAND("#e3ebf3", "#24323f"),
  SHADE("#f1f3f5", "#1e242b"),
  CALM("#1f5f99", "#86bbee"),
  WATCH("#d98a00", "#ffb74d"),
  WARN("#a3160e", "#ff8a80"),
  UNSURE("#6b7682", "#98a3ae");

  private final String light;
  private final String dark;

  Ink(String light, String dark) {
    this.light = light;
    this.dark = dark;
  }

  String light() {
    return light;
  }

  String fillClass() {
    return "f-" + name().toLowerCase(Locale.ROOT);
  }

  String strokeClass() {
    return "s-" + name().toLowerCase(Locale.ROOT);
  }

  /** Rules for readers who want dark. */
  static String darkRules() {
    StringBuilder rules = new StringBuilder();
    for (Ink ink : values()) {
      rules.append('.').append(ink.fillClass()).append("{fill:").append(ink.dark).append("}");
      rules.append('.').append(ink.strokeClass()).append("{stroke:").append(ink.dark).append("}\n");
    }
    return rules.toString();
  }

  static Ink of(RepState state) {
    return switch (state) {
      case HELD -> CALM;
      case WATCH -> WATCH;
      case WARN -> WARN;
      case UNSURE -> UNSURE;
    };
  }
}
