package io.flatback.evaluate;

import io.flatback.recording.CsvRecording;
import io.flatback.session.Reanalysis;
import io.flatback.session.SessionSettings;
import io.flatback.session.compare.ComparedRecord;
import io.flatback.session.compare.ComparedSet;
import io.flatback.session.compare.SetComparer;
import io.flatback.session.compare.SetComparison;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two sets of one person and exercise, one lifted well and one with the back rounded on purpose, as their file names
 * say: {@code WHO-good….csv} and {@code WHO-rounded….csv} in one folder.
 */
record SetPair(String who, Path good, Path rounded) {
  private static final String GOOD = "-good";
  private static final String ROUNDED = "-rounded";

  /** Every pair among recordings. */
  static List<SetPair> among(List<Path> recordings) {
    List<SetPair> pairs = new ArrayList<>();
    for (Path good : recordings) {
      String name = String.valueOf(good.getFileName());
      int at = name.indexOf(GOOD);
      if (at > 0) {
        String who = name.substring(0, at);
        Path rounded = good.resolveSibling(who + ROUNDED);
        recordings.stream()
            .filter(other -> other.toString().startsWith(rounded.toString()))
            .forEach(other -> pairs.add(new SetPair(who, good, other)));
      }
    }
    return pairs;
  }

  /** Analysed as the product does it, not knowing which is which. */
  PairResult run() throws IOException {
    ComparedRecord before = record(good);
    ComparedRecord now = record(rounded);
    boolean wornWell = RecordingEvaluation.wornWell(good) && RecordingEvaluation.wornWell(rounded);
    return new PairResult(who, wornWell, longest(before).flatMap(a -> longest(now).map(b -> compare(a, b))));
  }

  private static SetComparison compare(ComparedSet from, ComparedSet to) {
    return SetComparer.compare(from, to);
  }

  private static Optional<ComparedSet> longest(ComparedRecord record) {
    return record.sets().stream().max((a, b) -> Integer.compare(a.set().reps().size(), b.set().reps().size()));
  }

  private static ComparedRecord record(Path path) throws IOException {
    return new ComparedRecord(
        String.valueOf(path.getFileName()), null,
        Reanalysis.analyze(CsvRecording.of(path), SessionSettings.UNKNOWN));
  }
}
