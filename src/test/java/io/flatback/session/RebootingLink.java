package io.flatback.session;

import io.flatback.link.ByteLink;
import io.flatback.link.FakeClock;
import io.flatback.sim.ReferenceSensor;
import io.flatback.wire.FrameDecoder;
import io.flatback.wire.FrameEncoder;
import io.flatback.wire.Hello;
import io.flatback.wire.Imu6;
import io.flatback.wire.WireMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;

/** A sensor's link whose sensor loses its supply for a moment: another boot id, index and clock from 0, silent until started. */
final class RebootingLink implements ByteLink {
  private final ByteLink whole;
  private final FakeClock clock;
  private final double rebootSeconds;
  private final double bootSeconds;
  private final FrameDecoder said = new FrameDecoder();
  private final FrameDecoder told = new FrameDecoder();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final byte[] buffer = new byte[8192];
  private boolean greeted;
  private boolean started;
  private long indexAtBoot = -1;
  private long microsAtBoot = -1;

  RebootingLink(ByteLink whole, FakeClock clock, double rebootSeconds, double bootSeconds) {
    this.whole = whole;
    this.clock = clock;
    this.rebootSeconds = rebootSeconds;
    this.bootSeconds = bootSeconds;
  }

  @Override
  public int read(byte[] into) throws IOException {
    int length = whole.read(buffer);
    if (length < 0) {
      return length;
    }
    said.offer(buffer, 0, length);
    while (said.next()) {
      if (said.event() instanceof WireMessage message) {
        pass(message);
      }
    }
    byte[] all = out.toByteArray();
    out.reset();
    System.arraycopy(all, 0, into, 0, all.length);
    return all.length;
  }

  private void pass(WireMessage message) {
    if (clock.seconds() < rebootSeconds) {
      out.writeBytes(FrameEncoder.frame(message));
    } else if (clock.seconds() >= rebootSeconds + bootSeconds) {
      passSecondLife(message);
    }
  }

  private void passSecondLife(WireMessage message) {
    Hello hello = Lives.SECOND_LIFE;
    if (!greeted) {
      greeted = true;
      out.writeBytes(FrameEncoder.frame(hello));
    }
    switch (message) {
      case Hello m -> out.writeBytes(FrameEncoder.frame(hello));
      case Imu6 m when indexAtBoot < 0 -> {
        indexAtBoot = m.firstIndex();
        microsAtBoot = m.firstMicros();
      }
      case Imu6 m when started ->
          out.writeBytes(
              FrameEncoder.frame(
                  new Imu6(
                      m.flags(), m.firstIndex() - indexAtBoot, m.firstMicros() - microsAtBoot, m.periodMicros(),
                      hello.bootId(), m.counts())));
      case Imu6 m -> {}
      case WireMessage.Status m -> {}
      case WireMessage m -> out.writeBytes(FrameEncoder.frame(m));
    }
  }

  /** The same device, one life later. */
  private static final class Lives {
    static final Hello FIRST = ReferenceSensor.defaultHello(100);
    static final Hello SECOND_LIFE =
        new Hello(
            FIRST.major(), FIRST.minor(), FIRST.bootId() + 1, FIRST.uid(), FIRST.imuModel(), FIRST.mounting(),
            FIRST.rateCentiHz(), FIRST.accelLsbNanoG(), FIRST.gyroLsbMicroDps(), 0, FIRST.features(), FIRST.firmware(),
            FIRST.name());
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    told.offer(bytes, 0, bytes.length);
    while (told.next()) {
      started |= greeted && told.event() instanceof WireMessage.Start;
    }
    whole.write(Arrays.copyOf(bytes, bytes.length));
  }

  @Override
  public String address() {
    return whole.address();
  }

  @Override
  public void close() {
    whole.close();
  }
}
