package io.flatback.session;

import io.flatback.signal.FlatbackSignalDecoder;
import io.flatback.wire.FrameEncoder;
import io.flatback.wire.Hello;
import io.flatback.wire.WireMessage;
import java.util.Optional;

/**
 * What a host says to the reference sensor: who are you, until it answers; start, until readings come; once
 * more, please, where readings were lost that it still keeps; and a ping now and then. State machine in firmware-protocol/PROTOCOL.md.
 */
public final class FlatbackDialogue implements SensorDialogue {
  private static final long ASK_EVERY_NANOS = 500_000_000L;
  private static final long PING_EVERY_NANOS = 10_000_000_000L;
  private static final long MICROS_MASK = 0xFFFF_FFFFL;
  private static final int NONE = -1;

  private final FlatbackSignalDecoder decoder;
  private final BackfillTalk backfill = new BackfillTalk();
  private long hellosBefore;
  private long nextAskNanos;
  private long nextStartNanos;
  private long nextPingNanos;
  private int startedBootId = NONE;
  private int sequence;
  private int token;
  private long pingSentNanos;
  private boolean pongDue;
  private double roundTripMs = Double.NaN;
  private double latestRoundTripMs = Double.NaN;

  public FlatbackDialogue(FlatbackSignalDecoder decoder) {
    this.decoder = decoder;
  }

  @Override
  public void connected(long nowNanos) {
    hellosBefore = decoder.hellos();
    nextAskNanos = nowNanos;
    nextStartNanos = nowNanos;
    nextPingNanos = nowNanos + ASK_EVERY_NANOS;
    startedBootId = NONE;
    pongDue = false;
    backfill.connected();
  }

  @Override
  public Optional<byte[]> due(long nowNanos, boolean streaming) {
    hearPong();
    if (decoder.hellos() == hellosBefore) {
      return nowNanos - nextAskNanos < 0 ? Optional.empty() : Optional.of(ask(nowNanos));
    }
    if (hasBegunAnew() || (!streaming && nowNanos - nextStartNanos >= 0)) {
      return Optional.of(start(nowNanos));
    }
    Optional<byte[]> lateReadings = streaming ? backfill(nowNanos) : Optional.empty();
    if (lateReadings.isPresent()) {
      return lateReadings;
    }
    return nowNanos - nextPingNanos < 0 ? Optional.empty() : Optional.of(ping(nowNanos));
  }

  /** The device has said HELLO in a life of which it was not told to start. */
  private boolean hasBegunAnew() {
    Hello hello = decoder.hello();
    return hello != null && hello.bootId() != startedBootId;
  }

  private byte[] start(long nowNanos) {
    Hello hello = decoder.hello();
    startedBootId = hello == null ? NONE : hello.bootId();
    nextStartNanos = nowNanos + ASK_EVERY_NANOS;
    return FrameEncoder.frame(new WireMessage.Start(nextSequence()));
  }

  private Optional<byte[]> backfill(long nowNanos) {
    return backfill
        .due(nowNanos, decoder.missing())
        .map(s -> FrameEncoder.frame(new WireMessage.Backfill(nextSequence(), s.fromIndex(), s.count())));
  }

  /** The leading 00 ends whatever the device may have half heard. */
  private byte[] ask(long nowNanos) {
    nextAskNanos = nowNanos + ASK_EVERY_NANOS;
    byte[] frame = FrameEncoder.frame(new WireMessage.GetHello(nextSequence()));
    byte[] bytes = new byte[frame.length + 1];
    System.arraycopy(frame, 0, bytes, 1, frame.length);
    return bytes;
  }

  private byte[] ping(long nowNanos) {
    nextPingNanos = nowNanos + PING_EVERY_NANOS;
    token = (token + 1) & 0xFFFF;
    pingSentNanos = nowNanos;
    pongDue = true;
    return FrameEncoder.frame(new WireMessage.Ping(nextSequence(), token));
  }

  private void hearPong() {
    FlatbackSignalDecoder.PongArrival heard = decoder.pong();
    if (!pongDue || heard == null || heard.pong().token() != token || heard.arrivalNanos() - pingSentNanos < 0) {
      return;
    }
    pongDue = false;
    long insideMicros = (heard.pong().sentMicros() - heard.pong().receivedMicros()) & MICROS_MASK;
    double millis = (heard.arrivalNanos() - pingSentNanos) * 1e-6 - insideMicros * 1e-3;
    if (millis < 0) {
      return; // held for longer than it was away: the device's two times are not of one clock
    }
    latestRoundTripMs = millis;
    roundTripMs = Double.isNaN(roundTripMs) ? millis : Math.min(roundTripMs, millis);
  }

  @Override
  public double roundTripMs() {
    return roundTripMs;
  }

  @Override
  public double latestRoundTripMs() {
    return latestRoundTripMs;
  }

  @Override
  public String deviceUid() {
    Hello hello = decoder.hello();
    return hello == null ? "" : hello.uid();
  }

  @Override
  public Optional<byte[]> buzz(Buzz buzz) {
    Hello hello = decoder.hello();
    boolean canVibrate = hello != null && (hello.features() & Hello.VIBRATION) != 0;
    return canVibrate ? Optional.of(FrameEncoder.frame(buzz.feedback())) : Optional.empty();
  }

  private int nextSequence() {
    sequence = (sequence + 1) & 0xFF;
    return sequence;
  }
}
