package io.flatback.form.summary;

import io.flatback.form.Level;
import io.flatback.form.Warning;
import io.flatback.form.evidence.Evidence;
import io.flatback.form.evidence.Threshold;
import io.flatback.form.evidence.ThresholdKey;
import io.flatback.form.summary.Suggestion.Kind;
import io.flatback.lift.Metric;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a set suggests, the most urgent first: to end sets earlier after a warning, to rest longer where its first reps
 * were slower than those of the set before, to end earlier or to add nothing after a watch, to keep the load where all
 * stayed as at first.
 * Silent where too little is known.
 */
final class SuggestionRule {
  private static final Threshold SLOWER_START =
      Evidence.CATALOGUE.threshold(ThresholdKey.SUGGESTION_SLOWER_START_RATIO);
  private static final Threshold LARGE_LOSS = Evidence.CATALOGUE.threshold(ThresholdKey.VELOCITY_LOSS_WARN_RATIO);
  private static final Threshold JUDGED_REPS = Evidence.CATALOGUE.threshold(ThresholdKey.SUGGESTION_JUDGED_REPS);

  private SuggestionRule() {}

  /** @param over the set has ended */
  static Optional<Suggestion> of(
      SetFacts set, boolean over, OptionalInt firstOutside, Optional<SlowDown> slowDown,
      Optional<SetComparison> before) {
    Optional<Warning> loudest = set.warnings().stream().max(Comparator.comparing(Warning::level));
    if (loudest.isPresent() && loudest.get().level() == Level.WARN) {
      return Optional.of(over ? endEarlier(loudest.get(), firstOutside) : endSet(loudest.get()));
    }
    if (!over) {
      return Optional.empty();
    }
    return before
        .flatMap(SuggestionRule::addRest)
        .or(() -> loudest.flatMap(watch -> slowDown.flatMap(SuggestionRule::endEarlier)))
        .or(() -> loudest.map(watch -> addNothing(watch, firstOutside)))
        .or(() -> slowDown.filter(slow -> !slow.isLarge()).flatMap(slow -> keepLoad(set)));
  }

  private static Suggestion endSet(Warning warning) {
    return new Suggestion(
        Kind.END_SET, "Consider ending the set.", warning.text().replace(": consider ending the set.", "."),
        warning.evidence());
  }

  private static Suggestion endEarlier(Warning warning, OptionalInt firstOutside) {
    int rep = firstOutside.orElse(warning.rep());
    return new Suggestion(
        Kind.END_EARLIER, "Consider ending the next set earlier.",
        "In this one you left your band at rep " + rep + ", and it was still so at rep " + warning.rep() + ".",
        warning.evidence());
  }

  private static Optional<Suggestion> addRest(SetComparison before) {
    return before
        .startLonger()
        .filter(longer -> longer.isBeyondNoise() && longer.value() >= SLOWER_START.value())
        .map(longer -> new Suggestion(
            Kind.ADD_REST, "Consider a longer rest before the next set.",
            "Your first reps took " + percent(longer.value(), OptionalDouble.of(longer.plusMinus()))
                + " longer than those of set " + before.set()
                + " at the same load.",
            SLOWER_START.source()));
  }

  /** What may not warn yet, for too little is known of the wearer, may still be large. */
  private static Optional<Suggestion> endEarlier(SlowDown slowDown) {
    return slowDown.lossRatio() < LARGE_LOSS.value()
        ? Optional.empty()
        : Optional.of(new Suggestion(
            Kind.END_EARLIER, "Consider ending the next set earlier.",
            "Your last reps took " + percent(slowDown.longerRatio(), slowDown.plusMinus())
                + " longer than your fastest early rep.",
            LARGE_LOSS.source()));
  }

  private static Suggestion addNothing(Warning watch, OptionalInt firstOutside) {
    return new Suggestion(
        Kind.ADD_NOTHING, "Consider adding neither load nor reps yet.",
        "A change showed from rep " + firstOutside.orElse(watch.rep())
            + " on; the next set tells whether it comes again.",
        watch.evidence());
  }

  private static Optional<Suggestion> keepLoad(SetFacts set) {
    int judged = set.clean().size();
    boolean isKnown =
        set.band(Metric.VELOCITY_LOSS_BY_DURATION_RATIO).isPresent() && set.band(set.posture()).isPresent();
    return isKnown && judged >= JUDGED_REPS.value()
        ? Optional.of(new Suggestion(
            Kind.KEEP_LOAD, "Consider keeping the load.",
            "Tempo and posture stayed as in your first reps, over " + judged + " reps.", JUDGED_REPS.source()))
        : Optional.empty();
  }

  private static String percent(double ratio, OptionalDouble plusMinus) {
    String own = plusMinus.isPresent() ? " ± " + (int) Math.ceil(100 * plusMinus.getAsDouble()) + " %" : "";
    return Math.round(100 * ratio) + " %" + own;
  }
}
