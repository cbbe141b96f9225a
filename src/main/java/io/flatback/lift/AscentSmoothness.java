package io.flatback.lift;

/** How smooth the way up is, by the rate of coming up. One instance for all reps, one after the other. */
final class AscentSmoothness {
  private static final double LEAST_RATE_FOR_SPARC_HZ = 20.0;

  /** own: five times the cutoff, so that what the filter lets pass is a derivative and not a step. */
  private static final double LEAST_RATE_FOR_LDLJ_HZ = 5 * ZeroPhaseLowPass.CUTOFF_HZ;

  /** own: two periods of the cutoff, for the filter to come to rest in. */
  private static final double LEAD_SECONDS = 2 / ZeroPhaseLowPass.CUTOFF_HZ;

  private final Sparc sparc = new Sparc();
  private final ZeroPhaseLowPass lowPass = new ZeroPhaseLowPass();
  private double[] rateDps = new double[0];

  /** NaN where the rate of sampling is too low, samples are missing or there was no gyroscope. */
  double sparc(RepRows rows, long onset, long lockout) {
    LiftFrames frames = rows.frames();
    double rateHz = rows.rateHz();
    if (rateHz < LEAST_RATE_FOR_SPARC_HZ || !carries(rows, onset, lockout)) {
      return Double.NaN;
    }
    int n = (int) (lockout - onset + 1);
    double[] speed = sparc.speed(n);
    for (int i = 0; i < n; i++) {
      speed[i] = -frames.rateDps(onset + i);
    }
    return sparc.of(n, rateHz).orElse(Double.NaN);
  }

  /** As {@link #sparc}, after a low pass. */
  double ldlj(RepRows rows, long onset, long lockout) {
    LiftFrames frames = rows.frames();
    double rateHz = rows.rateHz();
    if (rateHz < LEAST_RATE_FOR_LDLJ_HZ || !carries(rows, onset, lockout)) {
      return Double.NaN;
    }
    int lead = (int) Math.round(LEAD_SECONDS * rateHz);
    long first = Math.max(frames.begin(), onset - lead);
    long last = Math.min(frames.end() - 1, lockout + lead);
    int n = (int) (last - first + 1);
    makeRoom(n);
    for (int i = 0; i < n; i++) {
      rateDps[i] = -frames.rateDps(first + i);
    }
    lowPass.filter(rateDps, n, rateHz);
    int samples = (int) (lockout - onset + 1);
    System.arraycopy(rateDps, (int) (onset - first), rateDps, 0, samples);
    return Ldlj.of(rateDps, samples, rateHz).orElse(Double.NaN);
  }

  private static boolean carries(RepRows rows, long onset, long lockout) {
    return !Double.isNaN(rows.frames().axialRateDps(lockout)) && rows.isEven(onset, lockout);
  }

  private void makeRoom(int samples) {
    if (rateDps.length < samples) {
      rateDps = new double[2 * samples];
    }
  }
}
