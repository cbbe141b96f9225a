package io.flatback.evaluate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** By how many seconds each moment of each matched rep was missed; 0 inside the stretch that is right. */
record TimingErrors(Map<RepMoment, Errors> seconds) {
  static final TimingErrors NONE = new TimingErrors(Map.of());

  TimingErrors {
    seconds = Map.copyOf(seconds);
  }

  static TimingErrors of(Matching matching) {
    Map<RepMoment, List<Double>> sizes = new EnumMap<>(RepMoment.class);
    for (Matching.Pair pair : matching.pairs()) {
      pair.truth()
          .moments()
          .forEach(
              (moment, span) ->
                  sizes
                      .computeIfAbsent(moment, m -> new ArrayList<>())
                      .add(span.distanceSeconds(moment.seconds(pair.found()))));
    }
    Map<RepMoment, Errors> errors = new EnumMap<>(RepMoment.class);
    sizes.forEach((moment, list) -> errors.put(moment, new Errors(list)));
    return new TimingErrors(errors);
  }

  Errors of(RepMoment moment) {
    return seconds.getOrDefault(moment, Errors.NONE);
  }

  static TimingErrors together(List<TimingErrors> parts) {
    Map<RepMoment, Errors> errors = new EnumMap<>(RepMoment.class);
    for (RepMoment moment : RepMoment.values()) {
      Errors all = Errors.together(parts.stream().map(part -> part.of(moment)).toList());
      if (!all.isEmpty()) {
        errors.put(moment, all);
      }
    }
    return new TimingErrors(errors);
  }
}
