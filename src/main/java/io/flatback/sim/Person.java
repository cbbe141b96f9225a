package io.flatback.sim;

import io.flatback.sim.Spread.Even;
import io.flatback.sim.Spread.LogNormal;
import io.flatback.sim.Spread.Normal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** One lifter of the population: what the dice of one seed gave. Each trait has its own source of chance. */
final class Person {
  private final Map<Trait, Noise> dice = new EnumMap<>(Trait.class);
  private final Map<Trait, Double> own = new EnumMap<>(Trait.class);

  Person(long seed) {
    Noise root = new Noise(seed);
    for (Trait trait : Trait.values()) {
      Noise noise = root.split();
      dice.put(trait, noise);
      own.put(trait, draw(trait.spread(), noise));
    }
  }

  /** What this person is like, always the same. */
  double get(Trait trait) {
    return Objects.requireNonNull(own.get(trait));
  }

  /** What this person does this time. */
  double again(Trait trait) {
    return draw(trait.spread(), Objects.requireNonNull(dice.get(trait)));
  }

  private static double draw(Spread spread, Noise noise) {
    double value;
    do {
      value = once(spread, noise);
    } while (value < spread.low() || value > spread.high());
    return value;
  }

  private static double once(Spread spread, Noise noise) {
    return switch (spread) {
      case Normal n -> n.mean() + n.standardDeviation() * noise.gaussian();
      case LogNormal l -> l.median() * StrictMath.exp(logarithmic(l.variation()) * noise.gaussian());
      case Even e -> noise.uniform(e.low(), e.high());
    };
  }

  private static double logarithmic(double variation) {
    return StrictMath.sqrt(StrictMath.log(1 + variation * variation));
  }
}
