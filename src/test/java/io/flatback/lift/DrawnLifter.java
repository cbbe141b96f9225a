package io.flatback.lift;

import io.flatback.signal.Gap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A lifter whose back and lower back are drawn by hand over time, in degrees and seconds: every metric can be told
 * from the drawing.
 */
final class DrawnLifter {
  private final RepSegmenter segmenter = new RepSegmenter(ExerciseProfiles.of("deadlift"), List.of());
  private final LiftFrame frame = new LiftFrame();
  private final List<Rep> reps = new ArrayList<>();
  private final double stepSeconds;
  private DoubleUnaryOperator flexionDeg = at -> Double.NaN;
  private DoubleUnaryOperator lateralDeg = at -> 0.0;
  private double axialRateDps;
  private double fromSeconds = -1;
  private double untilSeconds = -1;

  DrawnLifter(double hz) {
    stepSeconds = 1 / hz;
  }

  DrawnLifter flexion(DoubleUnaryOperator degreesAt) {
    flexionDeg = degreesAt;
    return this;
  }

  DrawnLifter lateral(DoubleUnaryOperator degreesAt) {
    lateralDeg = degreesAt;
    return this;
  }

  DrawnLifter withoutGyroscope() {
    axialRateDps = Double.NaN;
    return this;
  }

  DrawnLifter unseen(double from, double until) {
    fromSeconds = from;
    untilSeconds = until;
    return this;
  }

  DrawnLifter draw(DoubleUnaryOperator inclinationDeg, double forSeconds) {
    int rows = (int) Math.round(forSeconds / stepSeconds);
    boolean skipped = false;
    for (int i = 0; i < rows; i++) {
      double at = i * stepSeconds;
      if (at >= fromSeconds && at < untilSeconds) {
        skipped = true;
        continue;
      }
      if (skipped) {
        segmenter.skip(new Gap(nanos(fromSeconds), nanos(at), Gap.Reason.HOLE, 0));
        skipped = false;
      }
      row(inclinationDeg, at);
    }
    gather(segmenter.finish());
    return this;
  }

  private void row(DoubleUnaryOperator inclinationDeg, double at) {
    frame.timeNanos = nanos(at);
    frame.inclinationDeg = inclinationDeg.applyAsDouble(at);
    frame.sagittalRateDps = (inclinationDeg.applyAsDouble(at + 1e-4) - inclinationDeg.applyAsDouble(at - 1e-4)) / 2e-4;
    frame.axialRateDps = axialRateDps;
    frame.lateralDeg = lateralDeg.applyAsDouble(at);
    frame.lumbarFlexionDeg = flexionDeg.applyAsDouble(at);
    gather(segmenter.update(frame));
  }

  private void gather(List<LiftEvent> events) {
    for (LiftEvent event : events) {
      if (event instanceof LiftEvent.Completed completed) {
        reps.add(completed.rep());
      }
    }
  }

  List<Rep> reps() {
    return reps;
  }

  Rep rep() {
    return reps.getFirst();
  }

  private static long nanos(double seconds) {
    return Math.round(seconds * 1e9);
  }

  /** From the one value to the other between two times along a raised cosine, and straight on before and after. */
  static double eased(double at, double from, double until, double before, double after) {
    double phase = Math.clamp((at - from) / (until - from), 0.0, 1.0);
    return before + (after - before) * 0.5 * (1 - Math.cos(Math.PI * phase));
  }
}
