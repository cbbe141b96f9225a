package io.flatback.session;

import io.flatback.session.SessionEvent.SensorStatus;
import io.flatback.session.SessionEvent.SensorStatus.State;
import io.flatback.signal.Gap;
import io.flatback.signal.Placement;
import io.flatback.signal.Sample;
import io.flatback.signal.SignalEvent;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/** Writes down what a supervisor says, and when; thread-safe. */
final class Heard implements SensorListener {
  /** A status with the second in which it was said. */
  record Said(double seconds, SensorStatus status) {}

  private final DoubleSupplier seconds;
  private final List<Said> said = new ArrayList<>();
  private final List<SignalEvent> events = new ArrayList<>();
  private final ByteArrayOutputStream raw = new ByteArrayOutputStream();
  private boolean keepRaw = true;
  private long rawBytes;

  Heard(DoubleSupplier seconds) {
    this.seconds = seconds;
  }

  void countRawOnly() {
    keepRaw = false;
  }

  @Override
  public synchronized void raw(byte[] bytes, int length, long arrivalNanos) {
    rawBytes += length;
    if (keepRaw) {
      raw.write(bytes, 0, length);
    }
  }

  @Override
  public synchronized void signal(Placement placement, SignalEvent event) {
    events.add(event);
  }

  @Override
  public synchronized void status(SensorStatus status) {
    said.add(new Said(seconds.getAsDouble(), status));
  }

  synchronized List<SignalEvent> events() {
    return List.copyOf(events);
  }

  synchronized List<Gap> gaps() {
    return events.stream().filter(Gap.class::isInstance).map(Gap.class::cast).toList();
  }

  synchronized long samples() {
    return events.stream().filter(Sample.class::isInstance).count();
  }

  synchronized byte[] rawBytes() {
    return raw.toByteArray();
  }

  synchronized long rawLength() {
    return rawBytes;
  }

  synchronized List<Said> said() {
    return List.copyOf(said);
  }

  /** The states in their order, repeated ones once. */
  synchronized List<State> states() {
    List<State> states = new ArrayList<>();
    for (Said one : said) {
      if (states.isEmpty() || states.getLast() != one.status().state()) {
        states.add(one.status().state());
      }
    }
    return states;
  }

  /** When a state was first said after some second; infinity if never. */
  synchronized double secondOf(State state, double afterSeconds) {
    return said.stream()
        .filter(one -> one.seconds() >= afterSeconds && one.status().state() == state)
        .mapToDouble(Said::seconds)
        .findFirst()
        .orElse(Double.POSITIVE_INFINITY);
  }

  synchronized String reasonOf(State state) {
    return said.stream()
        .filter(one -> one.status().state() == state)
        .map(one -> one.status().reason())
        .reduce((first, last) -> last)
        .orElse("never " + state);
  }
}
