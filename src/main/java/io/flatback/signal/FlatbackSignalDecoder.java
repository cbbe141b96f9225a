package io.flatback.signal;

import io.flatback.wire.FrameDecoder;
import io.flatback.wire.Hello;
import io.flatback.wire.Imu6;
import io.flatback.wire.WireEvent;
import io.flatback.wire.WireFault;
import io.flatback.wire.WireMessage;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The reference sensor's bytes to signal events. Readings become samples by the scales of the device's
 * HELLO and are dropped, and counted, until there was one; an index gap becomes a {@link Gap} with the
 * exact count. Back-filled readings are counted and not passed on live; in a record that is read a second
 * time they are in their place, see {@link #keepLate}.
 *
 * <p>Walk over everything offered before offering more. One thread.
 */
public final class FlatbackSignalDecoder implements SignalDecoder {
  /**
   * After this long without a byte, readings that are missing were lost with the link, not on it. own:
   * twelve frames at 50 a second; stalls of a healthy link are shorter.
   */
  static final long SILENCE_NANOS = 250_000_000L;

  private static final double MPS2_PER_NANO_G = Sample.STANDARD_GRAVITY_MPS2 * 1e-9;
  private static final double RAD_PER_MICRO_DEG = Math.toRadians(1e-6);

  private final Placement placement;
  private final FrameDecoder frames = new FrameDecoder();
  private final DeviceClock clock = new DeviceClock();
  private final MissingReadings missing = new MissingReadings();
  private @Nullable LateReadings late;

  private @Nullable Hello hello;
  private WireMessage.@Nullable Status status;
  private @Nullable PongArrival pong;

  private boolean anythingArrived;
  private long arrivalNanos;
  private boolean afterSilence;

  private @Nullable Imu6 frame;
  private DeviceClock.@Nullable Place place;
  private int reading;
  private @Nullable Gap pendingGap;
  private @Nullable MendedGap mendedGap;
  private @Nullable SignalEvent event;

  private long hellos;
  private long samples;
  private long lostSamples;
  private long backfilledReadings;
  private long repeatedReadings;
  private long readingsBeforeHello;
  private long unknownPackets;
  private long faults;
  private String lastFault = "";

  /** A pong with its arrival on the host's monotonic clock. */
  public record PongArrival(WireMessage.Pong pong, long arrivalNanos) {}

  public FlatbackSignalDecoder(Placement placement) {
    this.placement = placement;
  }

  @Override
  public void offer(byte[] buffer, int offset, int length, long arrivalNanos) {
    frames.offer(buffer, offset, length);
    if (length == 0) {
      return;
    }
    afterSilence |= anythingArrived && arrivalNanos - this.arrivalNanos >= SILENCE_NANOS;
    anythingArrived = true;
    this.arrivalNanos = arrivalNanos;
  }

  @Override
  public void finish() {
    frames.finish();
  }

  @Override
  public boolean next() {
    while (!nextOfFrame()) {
      if (!frames.next()) {
        return false;
      }
      accept(frames.event());
    }
    return true;
  }

  @Override
  public Placement placement() {
    return placement;
  }

  @Override
  public SignalEvent event() {
    return Objects.requireNonNull(event, "no current event: next() has not said true");
  }

  @Override
  public void keepLate(LateReadings book) {
    late = book;
  }

  private void accept(WireEvent wireEvent) {
    switch (wireEvent) {
      case Imu6 m -> accept(m);
      case Hello m -> accept(m);
      case WireMessage.Status m -> status = m;
      case WireMessage.Pong m -> pong = new PongArrival(m, arrivalNanos);
      case WireMessage.Unknown m -> unknownPackets++;
      case WireMessage m -> {} // acknowledgements, and a host's commands heard on a shared line
      case WireFault fault -> accept(fault);
    }
  }

  private void accept(Hello newHello) {
    if (hello != null && !hello.uid().equals(newHello.uid())) {
      clock.expectRestart();
    } else if (hello != null && hello.rateHz() != newHello.rateHz()) {
      clock.expectRate();
    }
    hello = newHello;
    hellos++;
  }

  private void accept(WireFault fault) {
    faults++;
    lastFault = fault.detail();
    if (fault.kind() == WireFault.Kind.VERSION) {
      hello = null;
    }
  }

  private void accept(Imu6 newFrame) {
    if (hello == null) {
      readingsBeforeHello += newFrame.readings();
    } else if (newFrame.backfilled()) {
      acceptLate(newFrame);
    } else {
      long nominalPeriodNanos = Math.round(1e9 / hello.rateHz());
      DeviceClock.Place newPlace = clock.place(newFrame, nominalPeriodNanos, arrivalNanos, afterSilence);
      afterSilence = false;
      repeatedReadings += newPlace.seen();
      frame = newFrame;
      place = newPlace;
      reading = newPlace.seen();
      pendingGap = newPlace.gap();
      if (pendingGap != null) {
        accept(pendingGap, newFrame, hello);
      }
      missing.reached(newFrame.firstIndex() + newFrame.readings() - 1);
    }
  }

  private void acceptLate(Imu6 frame) {
    backfilledReadings += frame.readings();
    missing.came(frame);
    if (late != null) {
      late.add(frame);
    }
  }

  private void accept(Gap gap, Imu6 after, Hello scales) {
    lostSamples += gap.missingSamples();
    boolean counted = gap.reason() != Gap.Reason.HOLE && gap.missingSamples() > 0;
    if (!counted) {
      return;
    }
    long fromIndex = after.firstIndex() - gap.missingSamples();
    missing.lost(after.bootId(), fromIndex, gap.missingSamples(), scales.ringSamples());
    List<Imu6> frames = late == null ? List.of() : late.within(after.bootId(), fromIndex, gap.missingSamples());
    if (place != null && !frames.isEmpty()) {
      mendedGap = new MendedGap(gap, after, place.firstNanos(), frames, scales);
      pendingGap = null;
    }
  }

  /** The next event out of the current frame: the gap before it, then its readings. */
  private boolean nextOfFrame() {
    if (frame == null || place == null || hello == null || reading >= frame.readings()) {
      event = null;
      return false;
    }
    if (pendingGap != null) {
      event = pendingGap;
      pendingGap = null;
      return true;
    }
    if (mendedGap != null && mendedGap.next()) {
      event = mendedGap.event();
      boolean mended = event instanceof Sample;
      samples += mended ? 1 : 0;
      lostSamples -= mended ? 1 : 0;
      return true;
    }
    mendedGap = null;
    event = sample(frame, reading, hello, place.firstNanos() + reading * place.periodNanos());
    reading++;
    samples++;
    return true;
  }

  static Sample sample(Imu6 from, int reading, Hello scales, long timeNanos) {
    double accel = scales.accelLsbNanoG() * MPS2_PER_NANO_G;
    double gyro = scales.gyroLsbMicroDps() * RAD_PER_MICRO_DEG;
    return new Sample(
        timeNanos,
        from.counts().at(reading, 0) * accel,
        from.counts().at(reading, 1) * accel,
        from.counts().at(reading, 2) * accel,
        from.counts().at(reading, 3) * gyro,
        from.counts().at(reading, 4) * gyro,
        from.counts().at(reading, 5) * gyro,
        from.clipped() || from.counts().atRail(reading));
  }

  @Override
  public StreamFacts facts() {
    return new StreamFacts(
        hello == null ? "" : hello.name(),
        hello == null ? Double.NaN : hello.rateHz(),
        clock.rateHz(),
        clock.jitterMs(),
        samples,
        lostSamples,
        faults,
        lastFault,
        status == null ? null : status.battery());
  }

  /** What the device said of itself; null until it has. Written in front of a raw log, it makes it readable. */
  public @Nullable Hello hello() {
    return hello;
  }

  /** How often the device has said who it is. */
  public long hellos() {
    return hellos;
  }

  /** The latest status; null until there was one. */
  public WireMessage.@Nullable Status deviceStatus() {
    return status;
  }

  /** The latest answer to a ping; null until there was one. */
  public @Nullable PongArrival pong() {
    return pong;
  }

  public DeviceClock clock() {
    return clock;
  }

  /** What it would be worth asking the device for once more. */
  public MissingReadings missing() {
    return missing;
  }

  public long backfilledReadings() {
    return backfilledReadings;
  }

  /** Readings that came a second time and were left out. */
  public long repeatedReadings() {
    return repeatedReadings;
  }

  public long readingsBeforeHello() {
    return readingsBeforeHello;
  }

  public long unknownPackets() {
    return unknownPackets;
  }
}
