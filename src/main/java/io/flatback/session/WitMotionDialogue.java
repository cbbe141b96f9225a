package io.flatback.session;

import io.flatback.signal.WitMotionSignalDecoder;
import io.flatback.wire.witmotion.WitCommand;
import java.util.Optional;

/**
 * What a host says to a WitMotion sensor: how often to speak and of what, with the waits its maker asks for. A
 * sensor that already does so is left alone, as settings are written to a memory that wears. What it then does is
 * measured, never believed.
 */
public final class WitMotionDialogue implements SensorDialogue {
  /** How long it is listened to before it is told anything, and between two attempts. */
  static final long LISTEN_NANOS = 1_000_000_000L;

  static final int ATTEMPTS = 3;
  private static final double ENOUGH = 0.9;

  private final WitMotionSignalDecoder decoder;
  private Step step = Step.LISTEN;
  private long dueNanos;
  private long sinceNanos;
  private long readingsBefore;
  private int attempts;

  private enum Step {
    LISTEN,
    SET_RATE,
    SET_OUTPUTS,
    SAVE,
    DONE
  }

  public WitMotionDialogue(WitMotionSignalDecoder decoder) {
    this.decoder = decoder;
  }

  @Override
  public void connected(long nowNanos) {
    attempts = 0;
    listen(nowNanos);
  }

  private void listen(long nowNanos) {
    step = Step.LISTEN;
    sinceNanos = nowNanos;
    dueNanos = nowNanos + LISTEN_NANOS;
    readingsBefore = decoder.readings();
  }

  @Override
  public Optional<byte[]> due(long nowNanos, boolean streaming) {
    if (step == Step.DONE || nowNanos - dueNanos < 0) {
      return Optional.empty();
    }
    return switch (step) {
      case LISTEN -> judge(nowNanos);
      case SET_RATE -> say(WitCommand.rate(WitMotionSignalDecoder.RATE_HZ), afterRate(), nowNanos, 0);
      case SET_OUTPUTS -> say(WitCommand.outputs(), Step.SAVE, nowNanos, 0);
      case SAVE -> save(nowNanos);
      case DONE -> Optional.empty();
    };
  }

  /** Over Bluetooth acceleration and rate always come together; where nothing comes, both may have been off. */
  private Step afterRate() {
    return decoder.overCable() || decoder.readings() == 0 ? Step.SET_OUTPUTS : Step.SAVE;
  }

  private Optional<byte[]> judge(long nowNanos) {
    double rateHz = (decoder.readings() - readingsBefore) / ((nowNanos - sinceNanos) * 1e-9);
    if (rateHz >= ENOUGH * WitMotionSignalDecoder.RATE_HZ || attempts == ATTEMPTS) {
      step = Step.DONE;
      return Optional.empty();
    }
    attempts++;
    return say(WitCommand.unlock(), Step.SET_RATE, nowNanos, WitCommand.SETTLE_NANOS);
  }

  private Optional<byte[]> save(long nowNanos) {
    listen(nowNanos + WitCommand.SAVE_NANOS);
    return Optional.of(WitCommand.save());
  }

  private Optional<byte[]> say(byte[] bytes, Step next, long nowNanos, long waitNanos) {
    step = next;
    dueNanos = nowNanos + waitNanos;
    return Optional.of(bytes);
  }
}
