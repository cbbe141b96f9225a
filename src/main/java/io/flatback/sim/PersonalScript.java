package io.flatback.sim;

import io.flatback.sim.Episode.Bending;
import io.flatback.sim.Episode.Bending.Purpose;
import io.flatback.sim.Episode.Calibrating;
import io.flatback.sim.Episode.Jumping;
import io.flatback.sim.Episode.Lifting;
import io.flatback.sim.Episode.Sitting;
import io.flatback.sim.Episode.Standing;
import io.flatback.sim.Episode.Twisting;
import io.flatback.sim.Episode.Walking;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A script as one lifter of the population acts it. */
final class PersonalScript {
  private static final int SET = 4;
  private static final double PLATE_STEP_KG = 2.5;

  /** One knee on the floor; the chain is that of the other leg. */
  private static final Pose KNEELING = new Pose(14, 86, 24, 34, 6, 5);

  private final Person person;
  private final PersonalTechnique technique;

  PersonalScript(Person person) {
    this.person = person;
    technique = new PersonalTechnique(person);
  }

  List<Episode> of(List<Episode> usual) {
    return usual.stream().map(this::of).toList();
  }

  private Episode of(Episode usual) {
    return switch (usual) {
      case Standing s -> new Standing(s.seconds() * person.again(Trait.STANDING));
      case Walking w -> new Walking(Math.max(2, w.seconds() * person.again(Trait.STANDING)), person.get(Trait.PACE));
      case Twisting t -> twisting(t);
      case Bending b -> bending(b);
      case Jumping j -> jumping(j);
      case Sitting s -> sitting(s);
      case Calibrating c -> new Calibrating(c.steps().stream().map(this::asAsked).toList());
      case Lifting l -> lifting(l);
    };
  }

  /** Who is guided does the same three times, in a way of their own. */
  private Episode asAsked(Episode usual) {
    return usual instanceof Bending b
        ? new Bending(
            b.purpose(),
            b.pose().times(person.get(Trait.BEND_DEPTH)),
            b.downSeconds() * person.get(Trait.TEMPO),
            b.holdSeconds(),
            b.upSeconds() * person.get(Trait.TEMPO),
            b.fidgets())
        : usual;
  }

  private Twisting twisting(Twisting t) {
    double wide = person.again(Trait.TWIST);
    return new Twisting(
        t.times(),
        t.degrees() * wide,
        t.secondsEach() * Math.max(wide, person.get(Trait.TEMPO)),
        t.forwardDeg() * person.again(Trait.TWIST));
  }

  private Bending bending(Bending b) {
    double tempo = person.again(Trait.BEND_TEMPO);
    return new Bending(
        b.purpose(),
        pose(b),
        Math.max(0.6, b.downSeconds() * tempo),
        b.holdSeconds() * person.again(Trait.BEND_HOLD),
        Math.max(0.6, b.upSeconds() * tempo * person.again(Trait.DESCENT)),
        (int) Math.round(b.fidgets() * person.again(Trait.BEND_HOLD)));
  }

  private Pose pose(Bending b) {
    boolean kneels = b.purpose() == Purpose.TIE_SHOE && person.get(Trait.KNEELING) < 0.5;
    Pose usual = kneels ? KNEELING : b.pose();
    double depth = person.again(Trait.BEND_DEPTH);
    double side = Math.copySign(person.again(Trait.BEND_SIDE), person.again(Trait.SLIP_ASIDE));
    return new Pose(
        usual.shankDeg() * depth,
        Math.min(105, usual.thighDeg() * person.again(Trait.BEND_DEPTH)),
        usual.pelvisDeg() * depth,
        usual.lumbarFlexionDeg() * person.again(Trait.BEND_DEPTH),
        usual.lateralDeg() * side,
        usual.axialDeg() * side);
  }

  private Jumping jumping(Jumping j) {
    return new Jumping(
        j.times(),
        j.riseM() * person.get(Trait.JUMP),
        j.crouch().times(person.get(Trait.BEND_DEPTH)),
        j.dipSeconds(),
        j.standSeconds() * person.get(Trait.TOP_REST));
  }

  private Sitting sitting(Sitting s) {
    double tempo = person.get(Trait.BEND_TEMPO);
    return new Sitting(
        Math.max(0.7, s.downSeconds() * tempo),
        s.holdSeconds() * person.again(Trait.SEAT),
        Math.max(0.7, s.upSeconds() * tempo),
        s.leans(),
        s.leanDeg() * person.again(Trait.SEAT));
  }

  private Lifting lifting(Lifting l) {
    boolean fixed = l.reps() < SET || !l.partialReps().isEmpty();
    int more = fixed ? 0 : (int) Math.round(person.again(Trait.MORE_REPS));
    return new Lifting(
        technique.of(l.technique()),
        Math.max(l.progression().fromRep(), l.reps() + more),
        load(l.loadKg()),
        l.start(),
        l.ending(),
        l.progression(),
        l.partialReps(),
        l.regrips(),
        l.regripRiseShare(),
        l.dynamic());
  }

  private @Nullable Double load(@Nullable Double usualKg) {
    return usualKg == null ? null : PLATE_STEP_KG * Math.round(usualKg * person.get(Trait.LOAD) / PLATE_STEP_KG);
  }
}
