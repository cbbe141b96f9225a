package io.flatback.evaluate;

import io.flatback.session.Reanalysis;
import io.flatback.session.SeriesRow;
import io.flatback.session.SessionResult;
import io.flatback.session.SessionSettings;
import java.io.IOException;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What changes when the sensors are turned anyhow.
 *
 * @param rotations how many were tried
 * @param otherCounts how many of them gave another number of reps
 * @param worstDeg largest difference of any angle of any sample after the first seconds
 */
record RemountScore(int rotations, int otherCounts, double worstDeg) {
  static final RemountScore NONE = new RemountScore(0, 0, 0);

  /** The filter settles; own. */
  private static final double WARM_UP_SECONDS = 3;

  private static final int ANGLES = 5;

  static RemountScore of(HeldRecording recording, int rotations) throws IOException {
    Seen first = Seen.of(recording);
    int other = 0;
    double worstDeg = 0;
    for (int i = 1; i <= rotations; i++) {
      Seen turned = Seen.of(Rotations.turned(recording, i));
      other += turned.reps == first.reps ? 0 : 1;
      worstDeg = Math.max(worstDeg, turned.furthestDeg(first));
    }
    return new RemountScore(rotations, other, worstDeg);
  }

  /** Time and five angles of every sample, one after the other; NaN where there is none. */
  private static final class Seen {
    private final int reps;
    private final double[] secondsAndAnglesDeg;

    private Seen(int reps, double[] secondsAndAnglesDeg) {
      this.reps = reps;
      this.secondsAndAnglesDeg = secondsAndAnglesDeg;
    }


    static Seen of(HeldRecording recording) throws IOException {
      DoubleStream.Builder angles = DoubleStream.builder();
      SessionResult result = Reanalysis.analyze(recording, SessionSettings.UNKNOWN, row -> add(angles, row));
      return new Seen(result.sets().stream().mapToInt(set -> set.reps().size()).sum(), angles.build().toArray());
    }

    private static void add(DoubleStream.Builder angles, SeriesRow row) {
      angles.add(row.timeNanos() * 1e-9);
      angles.add(row.primary().sagittalInclinationDeg());
      angles.add(row.primary().lateralInclinationDeg());
      angles.add(row.lumbar().flexionDeg());
      angles.add(row.lumbar().lateralBendDeg());
      angles.add(row.lumbar().axialRotationDeg());
    }

    double furthestDeg(Seen other) {
      double worst = 0;
      for (int i = 0; i < secondsAndAnglesDeg.length; i += ANGLES + 1) {
        if (secondsAndAnglesDeg[i] - secondsAndAnglesDeg[0] < WARM_UP_SECONDS) {
          continue;
        }
        for (int k = 1; k <= ANGLES; k++) {
          double difference = Math.abs(secondsAndAnglesDeg[i + k] - other.secondsAndAnglesDeg[i + k]);
          worst = difference > worst ? difference : worst;
        }
      }
      return worst;
    }
  }

  static RemountScore together(List<RemountScore> parts) {
    return new RemountScore(
        parts.stream().mapToInt(RemountScore::rotations).sum(),
        parts.stream().mapToInt(RemountScore::otherCounts).sum(),
        parts.stream().mapToDouble(RemountScore::worstDeg).max().orElse(0));
  }
}
