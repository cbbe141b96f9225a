package io.flatback.sim;

/**
 * How much a lifter differs from himself, rep by rep and while standing still. Standard deviations, but
 * for breathing.
 *
 * @param tempoCv of every duration, as a ratio
 * @param pelvisDeg of the bottom pose
 * @param lumbarDeg of the bottom pose
 * @param sideDeg of lean and turn to a side at the bottom
 * @param swayDeg of the body about its ankles, slower the larger
 * @param unsteadyDps rate of leaning and turning to the sides under load, each
 * @param postureDeg of the standing posture between reps
 * @param breathingDeg amplitude at the lumbar spine, about 0.25 Hz
 */
public record Variability(
    
    double tempoCv,
    double pelvisDeg,
    double lumbarDeg,
    double sideDeg,
    double swayDeg,
    double unsteadyDps,
    double postureDeg,
    double breathingDeg) {
  /** A robot, for exact tests. */
  public static final Variability NONE = new Variability(0, 0, 0, 0, 0, 0, 0, 0);

  /** Between-rep CV of 5 % and posture noise below the 3° within sets that evidence gives measured values. */
  public static final Variability PRACTISED = new Variability(0.05, 1.3, 1.2, 0.7, 0.25, 4, 0.7, 0.3);
}
