package io.flatback.sim;

import io.flatback.sim.Spread.Even;
import io.flatback.sim.Spread.LogNormal;
import io.flatback.sim.Spread.Normal;

/**
 * In what the lifters of the simulated population differ, from each other or from one time to the next. The
 * one place that holds the population's ranges: {@link Lifters} draws from it and {@code docs/accuracy.md}
 * prints it. New traits go to the end of the list, so that the draws of the others stay.
 */
public enum Trait {
  STATURE("body height", "m", new Normal(1.70, 0.10, 1.50, 2.00), Sources.PHEASANT),
  SHANK_SHARE("shank, of the height", "ratio", new Normal(0.246, 0.010, 0.22, 0.27), Sources.WINTER),
  THIGH_SHARE("thigh, of the height", "ratio", new Normal(0.245, 0.010, 0.22, 0.27), Sources.WINTER),
  HIP_TO_L5S1_SHARE("hip to L5/S1, of the height", "ratio", new Normal(0.062, 0.006, 0.047, 0.077), Sources.OWN),
  SENSOR_BEHIND("skin of the back behind the spine's line", "m", new Normal(0.09, 0.015, 0.05, 0.13), Sources.OWN),
  LUMBAR_SENSOR_UP("lumbar sensor above L5/S1", "m", new Normal(0.17, 0.03, 0.09, 0.25), Sources.OWN),
  SACRUM_SENSOR_UP("sacral sensor above the hip", "m", new Normal(0.08, 0.015, 0.04, 0.12), Sources.OWN),
  BOTTOM_PELVIS("pelvis at the bottom, less where the exercise leans less", "°", new Normal(0, 9, -20, 20),
      Sources.OWN_POSE),
  BOTTOM_LUMBAR("lumbar flexion at the bottom, likewise", "°", new Normal(0, 7, -16, 16), Sources.OWN_POSE),
  BOTTOM_THIGH("thigh at the bottom, beyond what keeps the bar at its height", "°", new Normal(0, 6, -14, 14),
      Sources.OWN_POSE),
  BOTTOM_SHANK("shank at the bottom", "°", new Normal(0, 3, -7, 7), Sources.OWN_POSE),
  BOTTOM_LATERAL("habitual lean to a side at the bottom", "°", new Normal(0, 1.5, -4, 4), Sources.OWN_POSE),
  BOTTOM_AXIAL("habitual turn to a side at the bottom", "°", new Normal(0, 1.5, -4, 4), Sources.OWN_POSE),
  BULGE("hips or back first on the way: share of the technique's", "ratio", new Normal(1, 0.5, -0.2, 2.2),
      Sources.OWN_POSE),
  BULGE_LUMBAR("lumbar flexion half-way, beyond half the bottom's", "°", new Normal(0, 2, -5, 5), Sources.OWN_POSE),
  TEMPO("tempo of all, of the technique's", "ratio", new LogNormal(1, 0.22, 0.6, 1.8), Sources.OWN_TEMPO),
  DESCENT("way down, beside the tempo", "ratio", new LogNormal(1, 0.15, 0.65, 1.5), Sources.OWN_TEMPO),
  BOTTOM_REST("rest at the bottom", "ratio", new LogNormal(1, 0.35, 0.4, 2.5), Sources.OWN_TEMPO),
  TOP_REST("rest on top", "ratio", new LogNormal(1, 0.5, 0.4, 4), Sources.OWN_TEMPO),
  SETUP("time at the bar before the first pull", "ratio", new LogNormal(1, 0.4, 0.4, 2.5), Sources.OWN_TEMPO),
  MORE_REPS("reps more or fewer, in sets of four and more", "reps", new Even(-1.5, 3.5), Sources.OWN),
  LOAD("load; landings are felt in proportion to its root", "ratio", new LogNormal(1, 0.35, 0.4, 2.2), Sources.OWN),
  LANDING("how hard a bar lands", "ratio", new LogNormal(1, 0.35, 0.4, 2), Sources.OWN),
  TEMPO_VARIATION("variation of every duration from rep to rep", "CV", new LogNormal(0.05, 0.4, 0.02, 0.11),
      "median: between-rep CV of 5 % (evidence.md); spread from practised to novice: own"),
  POSE_VARIATION("variation of poses and of standing from rep to rep", "ratio", new LogNormal(1, 0.35, 0.5, 2.2),
      Sources.OWN),
  SWAY("sway while standing", "ratio", new LogNormal(1, 0.4, 0.4, 2.5), Sources.OWN),
  UNSTEADINESS("unsteadiness under load", "ratio", new LogNormal(1, 0.35, 0.5, 2), Sources.OWN),
  LUMBAR_TILT("lumbar sensor tilted back with the curve of the back", "°", new Normal(8, 7, -10, 26), Sources.OWN),
  SACRUM_TILT("sacral sensor tilted back (negative: forward, with the sacrum)", "°", new Normal(-15, 8, -35, 5),
      Sources.OWN),
  PLACEMENT_ERROR("standard deviation of a sensor put on askew, each axis", "°", new Even(2, 6), Sources.OWN),
  WOBBLE("soft tissue after a jolt of 0.5 g, about 7 Hz", "°", new LogNormal(0.3, 0.5, 0.1, 1), Sources.OWN),
  LEFT_BEHIND("lean that a loose case does not follow", "ratio", new Even(0.6, 0.95), Sources.OWN_LOOSE),
  SWING("swing of a loose case after a jolt of 0.5 g", "°", new Even(1, 4), Sources.OWN_LOOSE),
  SHAKE("shaking of a loose case on the way", "°", new Even(0.8, 2.4), Sources.OWN_LOOSE),
  SLIP("slide of a sensor that slips, forward or back", "°", new Even(8, 20), Sources.OWN),
  SLIP_ASIDE("the same to a side", "°", new Even(-8, 8), Sources.OWN),
  CLOCK("error of the sensor's clock", "ppm", new Normal(0, 30, -80, 80), "own: usual crystals"),
  DROPOUTS("dropouts in a bad link (scenario `dropouts`)", "per minute", new Even(6, 22), Sources.OWN),
  DROPOUT("mean length of a dropout there", "s", new Even(0.1, 0.5), Sources.OWN),
  FEW_DROPOUTS("dropouts of one lifter in eight in all other scenarios", "per minute", new Even(1, 5), Sources.OWN),
  SHORT_DROPOUT("mean length of a dropout there", "s", new Even(0.04, 0.15), Sources.OWN),
  LONG_LOSS("loss of one sensor of two (scenarios `one-sensor-lost`, `lumbar-sensor-lost`)", "s", new Even(3, 15), Sources.OWN),
  STANDING("every quiet standing, walk and rest between sets", "ratio", new LogNormal(1, 0.3, 0.6, 2), Sources.OWN),
  PACE("steps a second", "Hz", new Even(1.5, 2.1), Sources.OWN),
  TWIST("how far trunks are twisted for warming up", "ratio", new LogNormal(1, 0.25, 0.5, 1.6), Sources.OWN),
  BEND_TEMPO("durations of bends that are no lifts", "ratio", new LogNormal(1, 0.35, 0.5, 2.2), Sources.OWN),
  BEND_DEPTH("how far down they go", "ratio", new Normal(1, 0.12, 0.7, 1.3), Sources.OWN),
  BEND_SIDE("lean and turn to a side in them, either side", "ratio", new LogNormal(1, 0.4, 0.3, 2), Sources.OWN),
  BEND_HOLD("how long they last down there", "ratio", new LogNormal(1, 0.5, 0.3, 3), Sources.OWN),
  KNEELING("kneels to tie a shoe below 0.5, bends over it above", "ratio", new Even(0, 1), Sources.OWN),
  JUMP("how high one jumps", "ratio", new LogNormal(1, 0.3, 0.5, 1.7), Sources.OWN),
  SEAT("how long one sits, and how far one leans there", "ratio", new LogNormal(1, 0.4, 0.5, 2), Sources.OWN);

  private final String meaning;
  private final String unit;
  private final Spread spread;
  private final String source;

  Trait(String meaning, String unit, Spread spread, String source) {
    this.meaning = meaning;
    this.unit = unit;
    this.spread = spread;
    this.source = source;
  }

  public String meaning() {
    return meaning;
  }

  public String unit() {
    return unit;
  }

  public Spread spread() {
    return spread;
  }

  /** Where the numbers come from; {@code own:} where nobody measured them. */
  public String source() {
    return source;
  }

  private static final class Sources {
    static final String PHEASANT = "Pheasant, British adults: men 1.74 ± 0.07 m, women 1.61 ± 0.06 m";
    static final String WINTER = "share: Winter 2009; spread: own";
    static final String OWN = "own: guessed; recordings of many wearers would replace it";
    static final String OWN_POSE = "own: about the spread in motion capture of lifts; a larger sample would replace it";
    static final String OWN_TEMPO = "own: recordings of many lifters would replace it";
    static final String OWN_LOOSE = "own: about the one real recording of a loose case";
  }
}
