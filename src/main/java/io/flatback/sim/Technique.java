package io.flatback.sim;

/**
 * How one exercise is done: the pose at the bottom, the way between, and the tempo. The way from standing
 * (depth s = 0) to the bottom (s = 1) is bottom · s + bulge · 16 s²(1 − s)².
 *
 * @param exercise name of the profile this is meant to be
 * @param bulge what half-way down differs from half the bottom pose
 * @param ascentBulge the same on the way up
 * @param setupSeconds at the bar before the first pull; for lifts from the floor
 * @param landingG how hard the bar's landing is felt at the back; 0 where it lands nowhere
 */
public record Technique(
    String exercise,
    Pose bottom,
    Pose bulge,
    Pose ascentBulge,
    Tempo tempo,
    double setupSeconds,
    double landingG) {

  /**
   * Durations in seconds. A bottom of 0 s turns without stopping.
   *
   * @param topSeconds standing between two reps
   */
  public record Tempo(double descentSeconds, double bottomSeconds, double ascentSeconds, double topSeconds) {
    public Tempo {
      if (descentSeconds < 0.3 || bottomSeconds < 0 || ascentSeconds < 0.3 || topSeconds < 0.3) {
        throw new IllegalArgumentException(
            "tempo " + descentSeconds + "-" + bottomSeconds + "-" + ascentSeconds + "-" + topSeconds
                + " s, expected at least 0.3 s down, up and on top");
      }
    }
  }

  public static final Technique DEADLIFT =
      new Technique(
          "deadlift",
          Pose.sagittal(12, 55, 36, 19),
          Pose.sagittal(-2, -4, 4, 0),
          Pose.sagittal(-3, -6, 6, 1),
          new Tempo(1.2, 0.5, 1.1, 0.8),
          1.6,
          0.5);

  /** From a raised stand: further down, with more knee and more back. */
  public static final Technique DEFICIT =
      new Technique(
          "deficit_deadlift",
          Pose.sagittal(17, 66, 42, 23),
          Pose.sagittal(-2, -4, 4, 0),
          Pose.sagittal(-3, -6, 6, 1),
          new Tempo(1.3, 0.5, 1.3, 0.9),
          1.7,
          0.5);

  public static final Technique SUMO =
      new Technique(
          "sumo_deadlift",
          Pose.sagittal(6, 58, 24, 14),
          Pose.sagittal(0, -3, 2, 0),
          Pose.sagittal(0, -4, 3, 0),
          new Tempo(1.2, 0.5, 1.3, 0.9),
          1.6,
          0.5);

  public static final Technique ROMANIAN =
      new Technique(
          "romanian_deadlift",
          Pose.sagittal(-4, 24, 56, 12),
          Pose.sagittal(0, 0, 2, -1),
          Pose.sagittal(0, 0, 2, -1),
          new Tempo(1.6, 0, 1.3, 0.5),
          0,
          0);

  public static final Technique SQUAT =
      new Technique(
          "squat",
          Pose.sagittal(29, 92, 20, 13),
          Pose.sagittal(0, 0, 10, -2),
          Pose.sagittal(0, 0, 12, -2),
          new Tempo(1.3, 0.1, 1.2, 0.8),
          0,
          0);

  /** A box lifted from the floor with nearly straight legs. */
  public static final Technique STOOP =
      new Technique(
          "deadlift",
          Pose.sagittal(-4, 14, 58, 26),
          Pose.sagittal(0, 0, 0, 2),
          Pose.sagittal(0, 0, 0, 2),
          new Tempo(1.5, 0.4, 1.4, 1.0),
          0.8,
          0.2);

  public Technique withTempo(Tempo other) {
    return new Technique(exercise, bottom, bulge, ascentBulge, other, setupSeconds, landingG);
  }

  public Technique withBottom(Pose other) {
    return new Technique(exercise, other, bulge, ascentBulge, tempo, setupSeconds, landingG);
  }

  public Technique withLandingG(double other) {
    return new Technique(exercise, bottom, bulge, ascentBulge, tempo, setupSeconds, other);
  }
}
