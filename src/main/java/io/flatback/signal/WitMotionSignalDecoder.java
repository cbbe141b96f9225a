package io.flatback.signal;

import io.flatback.wire.witmotion.WitEvent;
import io.flatback.wire.witmotion.WitFrameDecoder;
import org.jspecify.annotations.Nullable;

/**
 * A WitMotion sensor's bytes to signal events, over a cable and over Bluetooth alike. The device says neither
 * time nor number: times come from arrivals ({@link ArrivalClock}), loss is suspected and never known. Over a
 * cable acceleration and rate are two frames; they make a sample when one stands right behind the other.
 *
 * <p>Walk over everything offered before offering more. One thread.
 */
public final class WitMotionSignalDecoder extends MakersSignalDecoder {
  /** What the sensor is set to, and what is taken for its rate until it has been measured. */
  public static final int RATE_HZ = 100;

  /** Full scales of all their inertial sensors: ±16 g and ±2000 °/s over 16 bits. */
  private static final double MPS2_PER_COUNT = 16 * Sample.STANDARD_GRAVITY_MPS2 / 32768;

  private static final double RAD_PER_SEC_PER_COUNT = Math.toRadians(2000) / 32768;

  private final WitFrameDecoder frames = new WitFrameDecoder();
  private final ChunkArrivals chunks = new ChunkArrivals();
  private final ArrivalClock clock = new ArrivalClock(RATE_HZ);
  private WitEvent.@Nullable Triplet acceleration;
  private boolean overCable;
  private long readings;
  private long faults;
  private String lastFault = "";

  public WitMotionSignalDecoder(Placement placement) {
    super(placement);
  }

  @Override
  public void offer(byte[] buffer, int offset, int length, long arrivalNanos) {
    frames.offer(buffer, offset, length);
    chunks.add(length, arrivalNanos);
  }

  @Override
  public void finish() {
    frames.finish();
    while (acceptNext()) {
      // Their readings go to the clock.
    }
    clock.finish();
  }

  @Override
  boolean acceptNext() {
    boolean any = frames.next();
    if (any) {
      accept(frames.event());
    }
    return any;
  }

  @Override
  @Nullable SignalEvent poll() {
    return clock.poll();
  }

  private void accept(WitEvent wireEvent) {
    switch (wireEvent) {
      case WitEvent.Motion m ->
          read(m.endOffset(), m.accX(), m.accY(), m.accZ(), m.gyroX(), m.gyroY(), m.gyroZ());
      case WitEvent.Triplet m -> accept(m);
      case WitEvent.Registers m -> {}
      case WitEvent.Skipped m -> {
        acceleration = null;
        faults++;
        lastFault = m.detail();
      }
    }
  }

  private void accept(WitEvent.Triplet frame) {
    overCable = true;
    WitEvent.Triplet acc = acceleration;
    acceleration = frame.type() == WitFrameDecoder.ACCELERATION ? frame : null;
    if (frame.type() == WitFrameDecoder.RATE && acc != null) {
      read(frame.endOffset(), acc.d0(), acc.d1(), acc.d2(), frame.d0(), frame.d1(), frame.d2());
    }
  }

  private void read(long endOffset, short accX, short accY, short accZ, short gyroX, short gyroY, short gyroZ) {
    readings++;
    clock.take(
        new Reading(
            chunks.nanosOf(endOffset),
            accX * MPS2_PER_COUNT,
            accY * MPS2_PER_COUNT,
            accZ * MPS2_PER_COUNT,
            gyroX * RAD_PER_SEC_PER_COUNT,
            gyroY * RAD_PER_SEC_PER_COUNT,
            gyroZ * RAD_PER_SEC_PER_COUNT,
            atRail(accX) || atRail(accY) || atRail(accZ) || atRail(gyroX) || atRail(gyroY) || atRail(gyroZ)));
  }

  private static boolean atRail(short count) {
    return count == Short.MAX_VALUE || count == Short.MIN_VALUE;
  }

  /** Nothing is known to be lost; what is suspected stands in the trouble. More readings than wanted are no fault. */
  @Override
  public StreamFacts facts() {
    double rateHz = clock.rateHz();
    return new StreamFacts(
        samples() == 0 ? "" : "WitMotion",
        rateHz > RATE_HZ ? Double.NaN : RATE_HZ,
        rateHz,
        clock.jitterMs(),
        samples(),
        0,
        faults,
        lastFault,
        null,
        clock.trouble());
  }

  /** Acceleration and rate together, whether passed on yet or not. */
  public long readings() {
    return readings;
  }

  /** Readings that may be lost; this sensor can't prove it. */
  public long suspectedLost() {
    return clock.suspectedLost();
  }

  /** Frames with a sum have come: it is spoken to over a cable, or a serial channel by radio. */
  public boolean overCable() {
    return overCable;
  }
}
