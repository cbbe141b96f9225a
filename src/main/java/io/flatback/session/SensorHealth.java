package io.flatback.session;

import com.google.errorprone.annotations.FormatMethod;
import io.flatback.session.SessionEvent.SensorStatus.State;
import io.flatback.signal.Sample;
import io.flatback.signal.StreamFacts;
import io.flatback.wire.MakersMark;
import java.util.Locale;
import java.util.Optional;

/**
 * From what came over a link to the state it is in, with the reason in words. Takes time as it is told; all
 * limits own†, to be replaced by what users report.
 */
final class SensorHealth {
  /** Said well within two seconds, also when a read waits a fifth of one. */
  static final long SILENCE_NANOS = 1_700_000_000L;

  static final long WINDOW_NANOS = 5_000_000_000L;

  /** Above it reps carry gaps often enough to matter. */
  private static final double MOST_LOSS_RATIO = 0.05;

  private static final long MOST_FAULTS_IN_WINDOW = 5;

  /** Chips are made to within a few percent of their rate; an emptied battery or a wrong setting is further off. */
  private static final double MOST_RATE_ERROR_RATIO = 0.10;

  /** State and why; the reason is empty while all is well. */
  record Verdict(State state, String reason) {}

  private long connectedNanos;
  private boolean anySample;
  private long lastSampleNanos;
  private long bytes;
  private MakersMark mark = new MakersMark();
  private FrozenReadings readings = new FrozenReadings();

  private long windowNanos;
  private StreamFacts windowFacts = StreamFacts.UNKNOWN;
  private String degradedReason = "";
  private long restarts;
  private long windowRestarts;

  void connected(long nowNanos) {
    connectedNanos = nowNanos;
    anySample = false;
    bytes = 0;
    mark = new MakersMark();
    readings = new FrozenReadings();
    degradedReason = "";
  }

  /** A line that is not understood is looked at for another maker's mark. */
  void bytesCame(byte[] buffer, int length) {
    bytes += length;
    if (!anySample) {
      mark.offer(buffer, length);
    }
  }

  void heard(Sample sample) {
    readings.heard(sample);
  }

  /** The device's count or clock did not go on from where it was. */
  void beganAnew() {
    restarts++;
  }

  void samplesCame(long nowNanos, StreamFacts facts) {
    if (!streaming(nowNanos)) {
      beginWindow(nowNanos, facts);
    }
    anySample = true;
    lastSampleNanos = nowNanos;
  }

  /** Readings have come through this connection, and not too long ago. */
  boolean streaming(long nowNanos) {
    return anySample && nowNanos - lastSampleNanos < SILENCE_NANOS;
  }

  Verdict verdict(long nowNanos, StreamFacts facts) {
    if (streaming(nowNanos)) {
      judgeWindow(nowNanos, facts);
      if (!facts.trouble().isEmpty()) {
        return new Verdict(State.DEGRADED, facts.trouble());
      }
      if (readings.areFrozen()) {
        return new Verdict(
            State.DEGRADED, "every reading of the last 5 s is the same: the sensor's chip has stopped; switch it off and on");
      }
      return degradedReason.isEmpty() ? new Verdict(State.STREAMING, "") : new Verdict(State.DEGRADED, degradedReason);
    }
    long sinceNanos = nowNanos - (anySample ? lastSampleNanos : connectedNanos);
    return sinceNanos < SILENCE_NANOS
        ? new Verdict(State.CONNECTING, "connected, waiting for the first reading")
        : new Verdict(State.SILENT, silence(facts));
  }

  /** Two devices may not have one number, and one device may not be listened to twice. */
  static Verdict sameDevice(String uid, String other) {
    return new Verdict(
        State.DEGRADED, "device " + uid + " is also " + other + ": name each sensor once, or give one of them its own number");
  }

  private String silence(StreamFacts facts) {
    if (anySample) {
      return "connected, but readings have stopped: check the sensor's battery and switch";
    }
    if (bytes == 0) {
      return "connected, but nothing comes: switch the sensor on, or choose another port";
    }
    Optional<String> maker = mark.driver().filter(driver -> facts.samples() == 0 && !driver.equals(MakersMark.FLATBACK));
    if (maker.isPresent()) {
      return "connected, but another maker's device speaks: add driver=" + maker.get() + " to its address";
    }
    return facts.lastFault().isEmpty()
        ? "connected, but no readings come: the sensor has been asked to start"
        : "connected, but nothing readable comes: check baud rate and driver; " + facts.lastFault();
  }

  /** What was lost before, with the link or in silence, has been said by that state. */
  private void beginWindow(long nowNanos, StreamFacts facts) {
    windowNanos = nowNanos;
    windowFacts = facts;
    windowRestarts = restarts;
  }

  /** Judged by whole windows, so that one lost frame does not make the state flicker. */
  private void judgeWindow(long nowNanos, StreamFacts facts) {
    if (nowNanos - windowNanos < WINDOW_NANOS) {
      return;
    }
    degradedReason = complaint(facts);
    beginWindow(nowNanos, facts);
  }

  private String complaint(StreamFacts facts) {
    long lost = facts.lostSamples() - windowFacts.lostSamples();
    long had = facts.samples() - windowFacts.samples();
    long faults = facts.faults() - windowFacts.faults();
    if (restarts > windowRestarts) {
      return "the sensor began anew while it was listened to: check its battery and cable";
    }
    if (lost > MOST_LOSS_RATIO * (lost + had)) {
      return text("%.0f %% of readings lost in the last 5 s: bring the sensor closer", 100.0 * lost / (lost + had));
    }
    if (faults > MOST_FAULTS_IN_WINDOW) {
      return text("%d damaged frames in the last 5 s: check cable and baud rate; %s", faults, facts.lastFault());
    }
    if (Math.abs(facts.rateHz() / facts.nominalRateHz() - 1) > MOST_RATE_ERROR_RATIO) {
      return text("measured %.1f Hz, expected %.1f Hz", facts.rateHz(), facts.nominalRateHz());
    }
    return "";
  }

  @FormatMethod
  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
