package io.flatback.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Stretches of a recording in which nobody lifted, from {@code action-labels.csv} beside it. */
final class ActionLabels {
  private static final String FILE = "action-labels.csv";

  private ActionLabels() {}

  /**
   * None where there are no labels.
   *
   * @param recordingName file name without its ending; the label's trial is part of it
   */
  static List<Span> idle(Path recording, String recordingName) throws IOException {
    Path labels = recording.resolveSibling(FILE);
    List<Span> idle = new ArrayList<>();
    for (String line : Files.exists(labels) ? Files.readAllLines(labels) : List.<String>of()) {
      String[] cells = line.split(",", -1);
      if (cells.length == 4 && recordingName.endsWith(cells[0].replace('_', '-')) && isNoLift(cells[3])) {
        idle.add(new Span(Double.parseDouble(cells[1]), Double.parseDouble(cells[2])));
      }
    }
    return idle;
  }

  /** Squats are lifts without a bar, and toe touches hinge as one lifts: neither is scored. */
  private static boolean isNoLift(String action) {
    String name = action.toLowerCase(Locale.ROOT);
    return !name.startsWith("squat") && !name.startsWith("toetouch");
  }
}
