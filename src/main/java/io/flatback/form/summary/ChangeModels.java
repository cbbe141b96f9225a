package io.flatback.form.summary;

import io.flatback.form.summary.ChangeModel.Part;
import io.flatback.form.summary.ChangeModel.Shape;
import io.flatback.form.summary.PatternFinding.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The ways in which posture may change that these sets can tell apart. Where loads are the same, or not known, nothing
 * is asked about loads. Weights before the sets are seen: own; no change is as likely as all changes together.
 */
final class ChangeModels {
  private static final double NO_CHANGE = .5;
  private static final double ALONE = .1;
  private static final double BOTH = .02;
  private static final double MIDDLE = .5;
  private static final double[] LATE_FROM = {.5, .65, .8};

  private ChangeModels() {}

  static List<ChangeModel> of(List<SetSeries> sets) {
    List<Part> late =
        Arrays.stream(LATE_FROM).mapToObj(from -> new Part(Kind.LATE_IN_THE_SET, lateFrom(from))).toList();
    List<Part> through = List.of(new Part(Kind.THROUGH_THE_SET, (set, rep) -> set.shareOfSet(rep)));
    List<Part> session = steady(Kind.LATE_IN_THE_SESSION, SetSeries::sessionShare);
    List<Part> load = steady(Kind.FROM_THE_FIRST_HEAVY_REPS, SetSeries::loadShare);
    boolean loadsDiffer = sets.stream().anyMatch(set -> set.loadShare() > 0);
    List<ChangeModel> models = new ArrayList<>();
    models.add(new ChangeModel(NO_CHANGE, List.of()));
    List.of(late, through, session).forEach(parts -> alone(models, parts));
    both(models, session, late);
    both(models, session, through);
    if (loadsDiffer) {
      alone(models, load);
      both(models, load, late);
      both(models, load, through);
      both(models, load, session);
    }
    return models;
  }

  /** Every kind weighs the same; its variants share. */
  private static void alone(List<ChangeModel> models, List<Part> variants) {
    variants.forEach(part -> models.add(new ChangeModel(ALONE / variants.size(), List.of(part))));
  }

  private static void both(List<ChangeModel> models, List<Part> some, List<Part> others) {
    double prior = BOTH / (some.size() * others.size());
    for (Part one : some) {
      others.forEach(other -> models.add(new ChangeModel(prior, List.of(one, other))));
    }
  }

  /** In steady steps from the least to the most, or at once from the middle on. */
  private static List<Part> steady(Kind kind, ToDoubleFunction<SetSeries> share) {
    return List.of(
        new Part(kind, (set, rep) -> share.applyAsDouble(set)),
        new Part(kind, (set, rep) -> share.applyAsDouble(set) > MIDDLE ? 1 : 0));
  }

  private static Shape lateFrom(double from) {
    return (set, rep) -> Math.max(0, (set.shareOfSet(rep) - from) / (1 - from));
  }
}
