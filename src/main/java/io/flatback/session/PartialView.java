package io.flatback.session;

import io.flatback.lift.LiftEvent;
import io.flatback.lift.Metric;
import io.flatback.lift.Rep;
import io.flatback.lift.RepQuality;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes from a rep what can't be told: lumbar flexion while either of two sensors is silent, and every angle while the
 * sacral sensor stands in for the lumbar one, or the sensor does not follow the back.
 */
final class PartialView {
  /** own: a shorter hole hides no peak. */
  private static final long SHORTEST_NANOS = 150_000_000L;

  private static final int KEPT = 64;
  private static final Set<Metric> OF_THE_BACK =
      Arrays.stream(Metric.values()).filter(Metric::isOfTheBack).collect(Collectors.toUnmodifiableSet());

  private final Stretches standIn = new Stretches();
  private final Stretches alone = new Stretches();

  /** Times at which something held, as stretches; the oldest are forgotten. */
  private static final class Stretches {
    private final Deque<long[]> stretches = new ArrayDeque<>();
    private boolean open;

    void note(long timeNanos, boolean holds) {
      if (holds && !open) {
        stretches.addLast(new long[] {timeNanos, timeNanos});
      }
      if ((holds || open) && !stretches.isEmpty()) {
        stretches.getLast()[1] = timeNanos;
      }
      open = holds;
      if (stretches.size() > KEPT) {
        stretches.removeFirst();
      }
    }

    boolean touch(long fromNanos, long toNanos) {
      return stretches.stream()
          .anyMatch(s -> s[1] - s[0] >= SHORTEST_NANOS && s[0] <= toNanos && s[1] >= fromNanos);
    }
  }

  /** @param byOne flexion could be had, were both sensors seen */
  void note(long timeNanos, boolean byStandIn, boolean byOne) {
    standIn.note(timeNanos, byStandIn);
    alone.note(timeNanos, byOne);
  }

  LiftEvent of(LiftEvent event) {
    return switch (event) {
      case LiftEvent.Completed c when isPartial(c.rep()) ->
          new LiftEvent.Completed(c.timeNanos(), of(c.rep()), isOffTheBack(c.rep()) ? 0.0 : c.travelM());
      case LiftEvent.Provisional p when isPartial(p.rep()) ->
          new LiftEvent.Provisional(p.timeNanos(), of(p.rep()));
      default -> event;
    };
  }

  private boolean isPartial(Rep rep) {
    return isOffTheBack(rep) || alone.touch(rep.startNanos(), rep.lockoutNanos());
  }

  private boolean isOffTheBack(Rep rep) {
    return isByStandIn(rep) || rep.quality().contains(RepQuality.MOUNTING_UNSURE);
  }

  private boolean isByStandIn(Rep rep) {
    return standIn.touch(rep.startNanos(), rep.lockoutNanos());
  }

  private Rep of(Rep rep) {
    Set<RepQuality> quality = EnumSet.noneOf(RepQuality.class);
    quality.addAll(rep.quality());
    if (isByStandIn(rep)) {
      quality.add(RepQuality.GAP);
    }
    return new Rep(
        rep.index(), rep.startNanos(), rep.bottomNanos(), rep.ascentOnsetNanos(), rep.uprightNanos(),
        rep.lockoutNanos(), rep.endNanos(), quality,
        rep.metrics().without(isOffTheBack(rep) ? OF_THE_BACK : Metric.lumbar()));
  }
}
