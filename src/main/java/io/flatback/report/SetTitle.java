package io.flatback.report;

import io.flatback.session.WorkSet;

/** How a set is called. */
final class SetTitle {
  private SetTitle() {}

  /** {@code Set 3 · 120 kg}. */
  static String brief(WorkSet set) {
    return "Set " + set.index() + (set.loadKg() == null ? "" : " \u00b7 " + load(set.loadKg()));
  }

  /** {@code Set 3 · deadlift · 120 kg}. */
  static String full(WorkSet set) {
    String load = set.loadKg() == null ? "" : " \u00b7 " + load(set.loadKg());
    return "Set " + set.index() + " \u00b7 " + exercise(set.exercise()) + load;
  }

  static String exercise(String profile) {
    return profile.replace('_', ' ');
  }

  /** {@code 120 kg}. */
  static String load(WorkSet set) {
    return set.loadKg() == null ? "an unknown load" : load(set.loadKg());
  }

  static String load(double kg) {
    return Figures.plain(kg, kg == Math.rint(kg) ? 0 : 1) + " kg";
  }
}
