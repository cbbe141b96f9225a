package io.flatback.signal;

import io.flatback.wire.Hello;
import io.flatback.wire.Imu6;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A gap with the readings that came late in their places, and smaller gaps where none did. */
final class MendedGap {
  private final Gap gap;
  private final Imu6 after;
  private final long afterNanos;
  private final List<Imu6> frames;
  private final Hello scales;
  private final long fromIndex;

  private int frame;
  private int reading;
  /** How many of the missing readings are accounted for. */
  private int done;
  /** Where the next hole would begin. */
  private long sinceNanos;
  private boolean told;
  private @Nullable Sample held;
  private @Nullable SignalEvent event;

  /**
   * @param after the frame with the first reading that did come
   * @param afterNanos stream time of its first reading
   * @param frames that came late, in the order of their indices
   */
  MendedGap(Gap gap, Imu6 after, long afterNanos, List<Imu6> frames, Hello scales) {
    this.gap = gap;
    this.after = after;
    this.afterNanos = afterNanos;
    this.frames = frames;
    this.scales = scales;
    this.fromIndex = after.firstIndex() - gap.missingSamples();
    this.sinceNanos = gap.timeNanos();
  }

  boolean next() {
    event = held;
    held = null;
    while (event == null && frame < frames.size()) {
      Imu6 late = frames.get(frame);
      if (reading < late.readings()) {
        take(late, reading++);
      } else {
        frame++;
        reading = 0;
      }
    }
    if (event == null && (done < gap.missingSamples() || !told)) {
      event = rest(gap.endNanos(), gap.missingSamples());
    }
    return event != null;
  }

  SignalEvent event() {
    return Objects.requireNonNull(event, "no current event: next() has not said true");
  }

  private void take(Imu6 late, int which) {
    int place = (int) (late.firstIndex() + which - fromIndex);
    long periodNanos = late.periodMicros() > 0 ? late.periodMicros() * 1000L : Math.round(1e9 / scales.rateHz());
    long timeNanos = nanosOf(late) + which * periodNanos;
    boolean fits = timeNanos > sinceNanos - periodNanos / 2 && timeNanos < gap.endNanos();
    if (place < done || place >= gap.missingSamples() || !fits) {
      return;
    }
    Sample sample = FlatbackSignalDecoder.sample(late, which, scales, timeNanos);
    boolean hole = place > done || (gap.reason() == Gap.Reason.RESET && !told);
    event = hole ? rest(timeNanos, place) : sample;
    held = hole ? sample : null;
    told = true;
    done = place + 1;
    sinceNanos = timeNanos + periodNanos;
  }

  /** One clock ran in both frames. A reading that is half a period off its place by it is of another life. */
  private long nanosOf(Imu6 late) {
    return afterNanos - (int) (after.firstMicros() - late.firstMicros()) * 1000L;
  }

  private Gap rest(long untilNanos, int untilPlace) {
    told = true;
    Gap rest = new Gap(Math.min(sinceNanos, untilNanos), untilNanos, gap.reason(), untilPlace - done);
    done = untilPlace;
    return rest;
  }
}
