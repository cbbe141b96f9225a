package io.flatback.signal;

import io.flatback.wire.ximu3.XimuEvent;
import io.flatback.wire.ximu3.XimuMessageDecoder;
import org.jspecify.annotations.Nullable;

/**
 * An x-IMU3's bytes to signal events, at the times the device says ({@link StampedClock}). Arrivals are needed only
 * where its clock begins anew, so that a file without them can be read as well.
 *
 * <p>Walk over everything offered before offering more. One thread.
 */
public final class XimuSignalDecoder extends MakersSignalDecoder {
  /** Of its ±16 g and ±2000 °/s, less a little for its calibration. */
  private static final double RAIL_G = 15.9;

  private static final double RAIL_DPS = 1990;
  private static final double NANOS_PER_MICRO = 1000;

  private final XimuMessageDecoder messages = new XimuMessageDecoder();
  private final StampedClock clock = new StampedClock();
  private long arrivalNanos;
  private String device = "";
  private @Nullable Integer batteryPercent;
  private long faults;
  private String lastFault = "";

  public XimuSignalDecoder(Placement placement) {
    super(placement);
  }

  @Override
  public void offer(byte[] buffer, int offset, int length, long arrivalNanos) {
    messages.offer(buffer, offset, length);
    if (length > 0) {
      this.arrivalNanos = arrivalNanos;
    }
  }

  @Override
  public void finish() {
    messages.finish();
  }

  @Override
  boolean acceptNext() {
    boolean any = messages.next();
    if (any) {
      accept(messages.event());
    }
    return any;
  }

  @Override
  @Nullable SignalEvent poll() {
    return clock.poll();
  }

  private void accept(XimuEvent message) {
    switch (message) {
      case XimuEvent.Inertial m -> clock.take(reading(m), Math.round(m.timeMicros() * NANOS_PER_MICRO));
      case XimuEvent.Battery m -> batteryPercent = m.percent();
      case XimuEvent.Device m -> device = m.name() + (m.serialNumber().isEmpty() ? "" : " " + m.serialNumber());
      case XimuEvent.Other m -> {}
      case XimuEvent.Skipped m -> {
        faults++;
        lastFault = m.detail();
      }
    }
  }

  private Reading reading(XimuEvent.Inertial m) {
    double mostG = Math.max(Math.max(Math.abs(m.accXG()), Math.abs(m.accYG())), Math.abs(m.accZG()));
    double mostDps = Math.max(Math.max(Math.abs(m.gyroXDps()), Math.abs(m.gyroYDps())), Math.abs(m.gyroZDps()));
    return new Reading(
        arrivalNanos,
        m.accXG() * Sample.STANDARD_GRAVITY_MPS2,
        m.accYG() * Sample.STANDARD_GRAVITY_MPS2,
        m.accZG() * Sample.STANDARD_GRAVITY_MPS2,
        Math.toRadians(m.gyroXDps()),
        Math.toRadians(m.gyroYDps()),
        Math.toRadians(m.gyroZDps()),
        mostG >= RAIL_G || mostDps >= RAIL_DPS);
  }

  @Override
  public StreamFacts facts() {
    return new StreamFacts(
        device,
        Double.NaN,
        clock.rateHz(),
        clock.jitterMs(),
        samples(),
        clock.lost(),
        faults + clock.outOfPlace(),
        lastFault,
        batteryPercent);
  }

  /** Readings that came a second time and were left out. */
  public long repeatedReadings() {
    return clock.repeated();
  }

  /** Readings at a time that nothing before or after bore out. */
  public long outOfPlaceReadings() {
    return clock.outOfPlace();
  }
}
