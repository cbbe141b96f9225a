package io.flatback.cli.firmware;

import static org.awaitility.Awaitility.await;

import io.flatback.link.HostClock;
import io.flatback.link.SerialLink;
import io.flatback.recording.RawLogWriter;
import io.flatback.session.SensorDriver;
import io.flatback.session.SensorListener;
import io.flatback.session.SensorSupervisor;
import io.flatback.session.SessionEvent.SensorStatus;
import io.flatback.signal.Gap;
import io.flatback.signal.Placement;
import io.flatback.signal.Sample;
import io.flatback.signal.SignalEvent;
import io.flatback.wire.FrameDecoder;
import io.flatback.wire.Imu6;
import io.flatback.wire.WireEvent;
import io.flatback.wire.WireFault;
import io.flatback.wire.WireMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Writes down what came over the wire and what the decoder made of it. Any thread. */
final class Ears implements SensorListener {
  private final FrameDecoder frames = new FrameDecoder();
  private final List<WireEvent> wire = new ArrayList<>();
  private final List<SignalEvent> events = new ArrayList<>();
  private final List<SensorStatus> statuses = new ArrayList<>();
  private final Map<Integer, Long> pongs = new LinkedHashMap<>();
  private @Nullable RawLogWriter log;

  /** Listens to the sensor at the bench's port; not started. */
  SensorSupervisor supervising(Bench bench, SensorDriver driver) {
    String port = bench.port().toString();
    return new SensorSupervisor(
        "serial:" + port,
        Placement.LUMBAR,
        () -> SerialLink.open(port, SerialLink.DEFAULT_BAUD),
        driver,
        this,
        HostClock.SYSTEM,
        new SplittableRandom(1));
  }

  /** Writes every byte to a raw log, too. */
  Ears writing(RawLogWriter rawLog) {
    log = rawLog;
    return this;
  }

  @Override
  public synchronized void raw(byte[] bytes, int length, long arrivalNanos) {
    if (log != null) {
      append(log, bytes, length, arrivalNanos);
    }
    frames.offer(bytes, 0, length);
    while (frames.next()) {
      wire.add(frames.event());
      if (frames.event() instanceof WireMessage.Pong pong) {
        pongs.put(pong.token(), arrivalNanos);
      }
    }
  }

  private static void append(RawLogWriter log, byte[] bytes, int length, long arrivalNanos) {
    try {
      log.append(bytes, 0, length, arrivalNanos);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void signal(Placement placement, SignalEvent event) {
    events.add(event);
  }

  @Override
  public synchronized void status(SensorStatus status) {
    statuses.add(status);
  }

  synchronized List<SignalEvent> events() {
    return List.copyOf(events);
  }

  synchronized List<Sample> samples() {
    return events.stream().filter(Sample.class::isInstance).map(Sample.class::cast).toList();
  }

  /** Waits for so many more; as long as they take and some seconds. */
  void awaitSamples(int more) {
    int wanted = sampleCount() + more;
    await().atMost(Duration.ofSeconds(15 + more / 100)).until(() -> sampleCount() >= wanted);
  }

  synchronized int sampleCount() {
    return (int) events.stream().filter(Sample.class::isInstance).count();
  }

  synchronized List<Gap> gaps() {
    return events.stream().filter(Gap.class::isInstance).map(Gap.class::cast).toList();
  }

  synchronized List<SensorStatus> statuses() {
    return List.copyOf(statuses);
  }

  synchronized SensorStatus.State state() {
    return statuses.getLast().state();
  }

  synchronized Map<Integer, Long> pongs() {
    return Map.copyOf(pongs);
  }

  synchronized <T extends WireEvent> List<T> heard(Class<T> kind) {
    return wire.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  List<Imu6> backfilled() {
    return heard(Imu6.class).stream().filter(Imu6::backfilled).toList();
  }

  List<WireFault> faults() {
    return heard(WireFault.class);
  }
}
