package io.flatback.sim;

/** The sources of chance of one run: each its own, so that more of one does not change another. */
record Dice(Noise script, Noise sway, Noise mounting, Noise chips, Noise link) {
  static Dice of(long seed) {
    Noise root = new Noise(seed);
    return new Dice(root.split(), root.split(), root.split(), root.split(), root.split());
  }
}
