package io.flatback.cli.live;

import io.flatback.signal.ArrivalEnvelope;
import io.flatback.signal.Gap;
import io.flatback.signal.Placement;
import io.flatback.signal.Sample;
import io.flatback.signal.SignalEvent;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Brings the streams of a platform's sensors onto one time line and into one order. Every stream has a time
 * of its own; arrival on the host's clock says how they lie. The least distance seen in the first half second of
 * each places it; from then on it follows what {@link ArrivalEnvelope} learns of both clocks, little by little, so
 * that time never goes back. A single stream keeps its own time and waits for nothing.
 */
final class StreamAlignment {
  private static final long LOOK_NANOS = 500_000_000L;

  /** A sensor that is silent holds the other up no longer than this. */
  private static final long PATIENCE_NANOS = 250_000_000L;

  /** One that has just begun to speak must be placed first. */
  private static final long PATIENCE_WHILE_LOOKING_NANOS = 2 * LOOK_NANOS;

  /** own: a hinge of 60° is wrong by a tenth of a degree while this lasts, and 100 ms are made up for in 50 s. */
  private static final double MOST_SLEW = 0.002;

  private final Map<String, Stream> streams = new LinkedHashMap<>();
  private final long continuesAtNanos;
  private @Nullable Stream reference;
  private long referenceShiftNanos;

  /** An event on the common time line. */
  record Placed(Placement placement, SignalEvent event) {}

  /** @param shiftNanos from the stream's own time to the common one, beyond where it was placed at first */
  private record Waiting(Placement placement, SignalEvent event, long arrivalNanos, long shiftNanos) {}

  private static final class Stream {
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private final ArrivalEnvelope envelope = new ArrivalEnvelope();
    private long slewNanos;
    private long halfRoundTripNanos;
    private long lastNanos;
    private long leastNanos = Long.MAX_VALUE;
    private long firstNanos = Long.MIN_VALUE;
    private boolean looked;
    private boolean ended;
    private long shiftNanos;
  }

  /** @param continuesAtNanos where the time line goes on after a restart; {@link Long#MIN_VALUE}: a new one */
  StreamAlignment(List<String> sensors, long continuesAtNanos) {
    sensors.forEach(sensor -> streams.put(sensor, new Stream()));
    this.continuesAtNanos = continuesAtNanos;
  }

  void offer(String sensor, Placement placement, SignalEvent event, long arrivalNanos) {
    Stream stream = stream(sensor);
    if (streams.size() > 1) {
      follow(stream, event, arrivalNanos);
    }
    stream.waiting.addLast(new Waiting(placement, event, arrivalNanos, stream.slewNanos));
    if (!stream.looked) {
      look(stream, event, arrivalNanos);
    }
  }

  /** @param millis there and back as the latest ping took it; the quickest counts */
  void roundTrip(String sensor, double millis) {
    Stream stream = stream(sensor);
    long halfNanos = Math.round(millis * 0.5e6);
    boolean quicker = stream.halfRoundTripNanos == 0 || halfNanos < stream.halfRoundTripNanos;
    if (halfNanos > 0 && quicker) {
      stream.halfRoundTripNanos = halfNanos;
    }
  }

  private void follow(Stream stream, SignalEvent event, long arrivalNanos) {
    switch (event) {
      case Gap gap -> {
        if (gap.reason() == Gap.Reason.RESET) {
          stream.envelope.restart();
        }
        stream.lastNanos = gap.endNanos();
      }
      case Sample sample -> {
        stream.envelope.add(sample.timeNanos(), arrivalNanos);
        if (stream.looked && reference != null && stream != reference) {
          slew(stream, reference, sample.timeNanos());
        }
        stream.lastNanos = sample.timeNanos();
      }
    }
  }

  private void slew(Stream stream, Stream onto, long timeNanos) {
    ArrivalEnvelope envelope = stream.envelope;
    if (!envelope.isSteady() || !onto.envelope.isStarted() || !onto.envelope.isSteady()) {
      return;
    }
    long hostNanos = envelope.hostNanos(timeNanos) - stream.halfRoundTripNanos + onto.halfRoundTripNanos;
    long wantedNanos = onto.envelope.streamNanos(hostNanos) + referenceShiftNanos - timeNanos;
    long mostNanos = (long) (MOST_SLEW * Math.max(0, timeNanos - stream.lastNanos));
    long missingNanos = wantedNanos - stream.shiftNanos - stream.slewNanos;
    stream.slewNanos += Math.clamp(missingNanos, -mostNanos, mostNanos);
  }

  private Stream stream(String sensor) {
    Stream stream = streams.get(sensor);
    if (stream == null) {
      throw new IllegalArgumentException("sensor " + sensor + " is not of this platform: " + streams.keySet());
    }
    return stream;
  }

  private void look(Stream stream, SignalEvent event, long arrivalNanos) {
    if (event instanceof Sample) {
      stream.leastNanos = Math.min(stream.leastNanos, arrivalNanos - event.timeNanos());
    }
    if (stream.firstNanos == Long.MIN_VALUE) {
      stream.firstNanos = event.timeNanos();
    }
    boolean alone = streams.size() == 1;
    if (alone || (stream.leastNanos < Long.MAX_VALUE && event.timeNanos() - stream.firstNanos >= LOOK_NANOS)) {
      place(stream, event.timeNanos());
    }
  }

  private void place(Stream stream, long firstNanos) {
    stream.looked = true;
    if (reference == null) {
      reference = stream;
      Waiting first = stream.waiting.peekFirst();
      long beginNanos = first == null ? firstNanos : first.event().timeNanos();
      referenceShiftNanos = continuesAtNanos == Long.MIN_VALUE ? 0 : continuesAtNanos - beginNanos;
      stream.shiftNanos = referenceShiftNanos;
    } else {
      stream.shiftNanos = referenceShiftNanos + stream.leastNanos - reference.leastNanos;
    }
  }

  /** The stream has said its last. */
  void end(String sensor) {
    Stream stream = stream(sensor);
    stream.ended = true;
    Waiting first = stream.waiting.peekFirst();
    if (!stream.looked && first != null) {
      place(stream, first.event().timeNanos());
    }
  }

  boolean allEnded() {
    return streams.values().stream().allMatch(stream -> stream.ended);
  }

  /** @return the next event in order that need not wait for another sensor any longer */
  Optional<Placed> next(long nowNanos) {
    Stream earliest = null;
    long patienceNanos = 0;
    for (Stream stream : streams.values()) {
      Waiting first = stream.waiting.peekFirst();
      if (first == null) {
        patienceNanos = Math.max(patienceNanos, stream.ended ? 0 : PATIENCE_NANOS);
      } else if (!stream.looked) {
        boolean justBegan = nowNanos - arrivalNanos(stream) < PATIENCE_WHILE_LOOKING_NANOS;
        patienceNanos = Math.max(patienceNanos, justBegan ? PATIENCE_WHILE_LOOKING_NANOS : PATIENCE_NANOS);
      } else if (earliest == null || timeNanos(stream) < timeNanos(earliest)) {
        earliest = stream;
      }
    }
    if (earliest == null || nowNanos - arrivalNanos(earliest) < patienceNanos) {
      return Optional.empty();
    }
    Waiting taken = earliest.waiting.removeFirst();
    return Optional.of(
        new Placed(taken.placement(), shifted(taken.event(), earliest.shiftNanos + taken.shiftNanos())));
  }

  private static long timeNanos(Stream stream) {
    Waiting first = stream.waiting.getFirst();
    return first.event().timeNanos() + stream.shiftNanos + first.shiftNanos();
  }

  private static long arrivalNanos(Stream stream) {
    return stream.waiting.getFirst().arrivalNanos();
  }

  private static SignalEvent shifted(SignalEvent event, long byNanos) {
    if (byNanos == 0) {
      return event;
    }
    return switch (event) {
      case Sample s ->
          new Sample(
              s.timeNanos() + byNanos,
              s.accXMps2(),
              s.accYMps2(),
              s.accZMps2(),
              s.gyroXRadPerSec(),
              s.gyroYRadPerSec(),
              s.gyroZRadPerSec(),
              s.clipped());
      case Gap g -> new Gap(g.timeNanos() + byNanos, g.endNanos() + byNanos, g.reason(), g.missingSamples());
    };
  }
}
