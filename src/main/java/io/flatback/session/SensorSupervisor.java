package io.flatback.session;

import io.flatback.form.Level;
import io.flatback.link.ByteLink;
import io.flatback.link.HostClock;
import io.flatback.link.LinkOpener;
import io.flatback.session.SessionEvent.SensorStatus.State;
import io.flatback.signal.Gap;
import io.flatback.signal.HostTimeline;
import io.flatback.signal.Placement;
import io.flatback.signal.Sample;
import io.flatback.signal.SignalDecoder;
import io.flatback.signal.SignalEvent;
import io.flatback.signal.StreamFacts;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one sensor's stream alive: opens its link, gets it to speak, hands on what it says, says what state
 * it is in, and opens the link anew when it is lost. The time line of the decoder goes on across links; the
 * hole is a {@link io.flatback.signal.Gap} before the first sample that follows it.
 *
 * <p>All work is done on one thread, {@link #run}'s; {@link #send} and {@link #close} may be called from any.
 */
public final class SensorSupervisor implements Runnable, AutoCloseable {
  private static final int READ_BYTES = 8192;

  private final String sensor;
  private final LinkOpener opener;
  private final SignalDecoder decoder;
  private final SensorDialogue dialogue;
  private final SensorListener listener;
  private final StatusVoice voice;
  private final HostClock clock;
  private final Backoff backoff;
  private final DevicesInUse devices;
  private final Outbox outbox;
  private final SensorHealth health = new SensorHealth();
  private final HostTimeline timeline = new HostTimeline();
  private final byte[] buffer = new byte[READ_BYTES];

  private volatile @Nullable ByteLink link;
  private volatile @Nullable Thread thread;
  private volatile boolean closed;
  private volatile double roundTripMs = Double.NaN;

  /** As the other, alone in its run. */
  public SensorSupervisor(
      String sensor,
      Placement placement,
      LinkOpener opener,
      SensorDriver driver,
      SensorListener listener,
      HostClock clock,
      RandomGenerator random) {
    this(sensor, placement, opener, driver, listener, clock, random, new DevicesInUse());
  }

  /**
   * @param sensor what the user calls it, e.g. {@code serial:/dev/ttyUSB0}
   * @param devices of all sensors of this run
   */
  public SensorSupervisor(
      String sensor,
      Placement placement,
      LinkOpener opener,
      SensorDriver driver,
      SensorListener listener,
      HostClock clock,
      RandomGenerator random,
      DevicesInUse devices) {
    this.sensor = sensor;
    this.devices = devices;
    this.outbox = new Outbox(sensor);
    this.opener = opener;
    this.decoder = driver.decoder();
    this.dialogue = driver.dialogue();
    this.listener = listener;
    this.voice = new StatusVoice(sensor, placement, decoder, listener, this::figures, clock);
    this.clock = clock;
    this.backoff = new Backoff(random);
  }

  /** Begins on a thread of its own, which does not keep the program alive. */
  public void start() {
    Thread own = Thread.ofPlatform().name("sensor " + sensor).daemon().unstarted(this);
    thread = own;
    own.start();
  }

  /** Returns when the link has reached its end or {@link #close} was called. */
  @Override
  public void run() {
    try {
      superviseUntilEnd();
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException fault) {
      voice.say(State.LOST, "stopped by a fault of the program (" + fault + "): restart flatback and report it");
      throw fault;
    } finally {
      closeLink();
    }
  }

  private void superviseUntilEnd() throws InterruptedException {
    voice.say(State.CONNECTING, "");
    boolean ended = false;
    while (!ended && !closed) {
      try {
        ended = follow(opener.open());
      } catch (IOException lost) {
        closeLink();
        if (!closed) {
          voice.say(State.LOST, String.valueOf(lost.getMessage()));
          clock.sleep(backoff.nextNanos());
        }
      }
    }
  }

  /** @return true when the link has reached its end */
  private boolean follow(ByteLink opened) throws IOException {
    link = opened;
    health.connected(clock.nanoTime());
    dialogue.connected(clock.nanoTime());
    while (!closed) {
      speak(opened);
      int length = opened.read(buffer);
      if (length < 0) {
        decoder.finish();
        passOn(clock.nanoTime());
        endUnlessClosed();
        return true;
      }
      hear(length, clock.nanoTime());
    }
    return false;
  }

  /** A link that was closed from here has not reached its end. */
  private void endUnlessClosed() {
    if (!closed) {
      voice.say(State.ENDED, "");
    }
  }

  private void speak(ByteLink opened) throws IOException {
    long nowNanos = clock.nanoTime();
    Optional<byte[]> due = dialogue.due(nowNanos, health.streaming(nowNanos));
    if (due.isPresent()) {
      opened.write(due.get());
    }
    roundTripMs = dialogue.roundTripMs();
    timeline.quickestRoundTrip(roundTripMs);
  }

  private void hear(int length, long nowNanos) throws IOException {
    if (length > 0) {
      listener.raw(buffer, length, nowNanos);
      health.bytesCame(buffer, length);
      decoder.offer(buffer, 0, length, nowNanos);
      passOn(nowNanos);
    }
    SensorHealth.Verdict verdict = health.verdict(nowNanos, decoder.facts());
    Optional<String> other = devices.otherWith(dialogue.deviceUid(), sensor);
    if (other.isPresent() && verdict.state() == State.STREAMING) {
      verdict = SensorHealth.sameDevice(dialogue.deviceUid(), other.get());
    }
    voice.say(verdict.state(), withNote(verdict.reason()));
  }

  /** What the link has to say stands behind what is wrong with the readings. */
  private String withNote(String reason) {
    ByteLink current = link;
    String note = current == null ? "" : current.note();
    return reason.isEmpty() || note.isEmpty() ? reason + note : reason + "; " + note;
  }

  private void passOn(long nowNanos) throws IOException {
    boolean any = false;
    while (decoder.next()) {
      any |= onTime(decoder.event(), nowNanos);
      listener.signal(decoder.placement(), decoder.event());
    }
    if (any) {
      health.samplesCame(nowNanos, decoder.facts());
      backoff.reset();
    }
  }

  /** @return whether it is a reading */
  private boolean onTime(SignalEvent event, long arrivalNanos) {
    return switch (event) {
      case Sample sample -> {
        timeline.add(sample.timeNanos(), arrivalNanos);
        health.heard(sample);
        yield true;
      }
      case Gap gap -> {
        if (gap.reason() == Gap.Reason.RESET) {
          timeline.restart();
          health.beganAnew();
        }
        yield false;
      }
    };
  }

  private LinkFigures figures(StreamFacts facts) {
    ByteLink current = link;
    Integer ownBattery = facts.batteryPercent();
    return new LinkFigures(
        facts.rateHz(),
        facts.jitterMs(),
        facts.samples() + facts.lostSamples() == 0 ? Double.NaN : facts.lossRatio(),
        dialogue.latestRoundTripMs(),
        timeline.aheadMs(),
        timeline.driftPpm(),
        ownBattery == null && current != null ? current.batteryPercent() : ownBattery,
        current == null ? null : current.signalDbm());
  }

  /** Lets the motor of the device run, where it has one; waits for nothing, and never holds up reading. */
  public void buzz(Level level) {
    var unused = outbox.offer(() -> dialogue.buzz(Buzz.of(level)).ifPresent(this::send));
  }

  /**
   * Sends bytes to the device, e.g. a feedback burst.
   *
   * @return false when there is no link to send them over
   */
  public boolean send(byte[] bytes) {
    ByteLink current = link;
    if (current == null) {
      return false;
    }
    try {
      current.write(bytes);
      return true;
    } catch (IOException lost) {
      return false; // the reading thread finds out by itself and says so
    }
  }

  /** Time to the device and back, the quickest so far; NaN until it answered a ping. */
  public double roundTripMs() {
    return roundTripMs;
  }

  /** Of the link that is open; empty while none is. It says the port where the sensor's own address leaves it open. */
  public Optional<String> openAddress() {
    ByteLink current = link;
    return current == null ? Optional.empty() : Optional.of(current.address());
  }

  /** Waits until its thread has ended, so that nothing more comes and its link is free again; for so long at most. */
  public boolean awaitEnd(Duration patience) throws InterruptedException {
    Thread own = thread;
    return own == null || own.join(patience);
  }

  private void closeLink() {
    ByteLink current = link;
    link = null;
    devices.release(sensor);
    if (current != null) {
      current.close();
    }
  }

  /** Ends the stream; the sensor's thread ends soon after. */
  @Override
  public void close() {
    closed = true;
    outbox.close();
    closeLink();
    Thread own = thread;
    if (own != null) {
      own.interrupt();
    }
  }
}
