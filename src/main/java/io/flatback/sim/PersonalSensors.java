package io.flatback.sim;

import io.flatback.sim.Attachment.Hanging;
import io.flatback.sim.Attachment.Slipping;
import io.flatback.sim.Attachment.Strapped;
import io.flatback.sim.SensorSetup.Dropouts;
import io.flatback.sim.SensorSetup.Worn;
import java.util.List;

/** The sensors of one lifter of the population, and how this person wears them. */
final class PersonalSensors {
  /** A scenario about few readings a second keeps its rate. */
  private static final double SLOW_HZ = 50;

  private final Person person;

  PersonalSensors(Person person) {
    this.person = person;
  }

  /** @param place in the order of rates, chips and links */
  SensorSetup of(SensorSetup usual, long place) {
    List<Double> rates = Lifters.RATES_HZ;
    List<Chip> chips = Chip.COMMON;
    Chip chip = chips.get((int) Math.floorMod(place / rates.size(), (long) chips.size()));
    return usual
        .withWorn(worn -> worn(worn, chip))
        .withDropouts(dropouts(usual.dropouts(), place))
        .withClockPpm(person.get(Trait.CLOCK))
        .withRateHz(
            usual.rateHz() < SLOW_HZ ? usual.rateHz() : rates.get((int) Math.floorMod(place, (long) rates.size())));
  }

  private Worn worn(Worn usual, Chip chip) {
    boolean special = !usual.chip().equals(Chip.LSM6DS3TR_C);
    return new Worn(
        usual.placement(), mounting(usual), special ? usual.chip() : chip, attachment(usual.attachment()));
  }

  private Mounting mounting(Worn usual) {
    Trait tilt =
        switch (usual.placement()) {
          case LUMBAR -> Trait.LUMBAR_TILT;
          case SACRUM -> Trait.SACRUM_TILT;
        };
    return switch (usual.mounting()) {
      case Mounting.Anyhow anyhow -> anyhow;
      case Mounting.Turned t -> new Mounting.Turned(
          t.aboutAnteriorDeg(), t.aboutSuperiorDeg(), person.get(tilt), person.get(Trait.PLACEMENT_ERROR));
    };
  }

  private Attachment attachment(Attachment usual) {
    return switch (usual) {
      case Strapped s -> new Strapped(person.get(Trait.WOBBLE));
      case Slipping s -> new Slipping(
          person.get(Trait.WOBBLE),
          s.atSeconds(),
          Math.copySign(person.get(Trait.SLIP), person.get(Trait.SLIP_ASIDE)),
          person.again(Trait.SLIP_ASIDE));
      case Hanging h -> new Hanging(
          person.get(Trait.LEFT_BEHIND), person.get(Trait.SWING), person.get(Trait.SHAKE));
    };
  }

  private Dropouts dropouts(Dropouts usual, long place) {
    if (usual.perMinute() > 0) {
      return new Dropouts(person.get(Trait.DROPOUTS), person.get(Trait.DROPOUT));
    }
    return place % Lifters.BAD_LINK_ONE_IN == 0
        ? new Dropouts(person.get(Trait.FEW_DROPOUTS), person.get(Trait.SHORT_DROPOUT))
        : Dropouts.NONE;
  }
}
