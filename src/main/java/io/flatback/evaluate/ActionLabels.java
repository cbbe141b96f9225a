package io.flatback.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Stretches of a recording in which nobody lifted, from {@code action-labels.csv} beside it. */
record ActionLabels(List<Stretch> stretches) {

  /** Half-open. */
  record Stretch(double startSeconds, double endSeconds) {
    boolean holds(double seconds) {
      return seconds >= startSeconds && seconds < endSeconds;
    }
  }

  /** @param recordingName file name without its ending; the label's trial is part of it */
  static ActionLabels read(Path labels, String recordingName) throws IOException {
    List<Stretch> stretches = new ArrayList<>();
    for (String line : Files.readAllLines(labels)) {
      String[] cells = line.split(",", -1);
      if (cells.length == 4 && recordingName.endsWith(cells[0].replace('_', '-')) && isNoLift(cells[3])) {
        stretches.add(new Stretch(Double.parseDouble(cells[1]), Double.parseDouble(cells[2])));
      }
    }
    return new ActionLabels(stretches);
  }

  /** Squats are lifts without a bar, and toe touches hinge as one lifts: neither is scored. */
  private static boolean isNoLift(String action) {
    String name = action.toLowerCase(Locale.ROOT);
    return !name.startsWith("squat") && !name.startsWith("toetouch");
  }

  int count(List<Double> bottomsSeconds) {
    int count = 0;
    for (double bottom : bottomsSeconds) {
      if (stretches.stream().anyMatch(stretch -> stretch.holds(bottom))) {
        count++;
      }
    }
    return count;
  }
}
