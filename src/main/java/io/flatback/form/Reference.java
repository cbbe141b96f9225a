package io.flatback.form;

import io.flatback.lift.Rep;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What one metric's later reps are compared with in one set. The two kinds are never mixed: charts speak of
 * the mean of the first clean reps, velocity loss of the fastest of them. Changes are in the metric's unit.
 */
sealed interface Reference permits MeanReference, FastestReference {

  /** What is charted; empty for a rep that is not clean or lacks it. */
  OptionalDouble measured(Rep rep);

  /** Offers the next measured rep; it is kept as long as the reference is not complete. */
  void learn(int rep, double measured);

  /** Whether the mean rests on as many reps as it should, so that the next rep may be judged. */
  boolean isComplete();

  /** Indices of the reps that the mean rests on. */
  List<Integer> reps();

  /** What a change is a change from, in the metric's unit. */
  double baseline();

  /** How far a measured rep is from the reference, in the metric's unit; worse is positive. */
  double change(double measured);

  /** The change that a value has that lies {@code distance} above the mean, on the scale of the noise. */
  double changeAtDistance(double distance);

  /** Smallest change of one rep that is not chance. */
  double detectableChange(Noise noise);
}
