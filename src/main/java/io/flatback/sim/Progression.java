package io.flatback.sim;

/**
 * How a set changes from its first good reps: nothing before {@code fromRep}, then in equal steps up to the
 * whole at the last rep.
 *
 * @param fromRep first rep that differs, from 1
 * @param ascentLonger by how much the last ascent lasts longer, as a ratio: 0.4 is 40 %
 * @param bottomChange what the last rep's bottom pose differs by
 * @param sticking how much the ascent stalls half-way in the last rep, 0 to 1
 */
public record Progression(int fromRep, double ascentLonger, Pose bottomChange, double sticking) {
  public static final Progression NONE = new Progression(1, 0, Pose.STANDING, 0);

  public Progression {
    if (fromRep < 1 || sticking < 0 || sticking > 1) {
      throw new IllegalArgumentException(
          "progression from rep " + fromRep + " with sticking " + sticking + ", expected rep 1 or later and 0 to 1");
    }
  }

  /** Share of the whole change that rep {@code rep} of {@code reps} shows, 0 to 1. */
  double share(int rep, int reps) {
    return rep < fromRep ? 0 : (rep - fromRep + 1.0) / (reps - fromRep + 1.0);
  }
}
