package io.flatback.session;

import io.flatback.link.ByteLink;
import io.flatback.link.FakeClock;
import io.flatback.link.LinkLostException;
import io.flatback.wire.Counts;
import io.flatback.wire.FrameDecoder;
import io.flatback.wire.FrameEncoder;
import io.flatback.wire.Hello;
import io.flatback.wire.Imu6;
import io.flatback.wire.PacketType;
import io.flatback.wire.WireMessage;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * A reference sensor on a test bench: samples at 100 Hz by the test's clock whether or not anybody listens,
 * and can be unplugged, struck dumb or made to lose frames at given times.
 */
final class BenchDevice {
  static final long FRAME_NANOS = 50_000_000L;

  final FakeClock clock;
  final List<Integer> heard = new ArrayList<>();
  int hellosToIgnore;
  int startsToIgnore;
  double dumbFromSeconds = Double.POSITIVE_INFINITY;
  double dumbToSeconds = Double.POSITIVE_INFINITY;
  double unpluggedFromSeconds = Double.POSITIVE_INFINITY;
  double unpluggedToSeconds = Double.POSITIVE_INFINITY;
  double endSeconds = Double.POSITIVE_INFINITY;
  double loseToSeconds;
  double indexBackSeconds = Double.POSITIVE_INFINITY;
  double frozenFromSeconds = Double.POSITIVE_INFINITY;
  /** How fast its clock is, in millionths. */
  double driftPpm;
  /** Every so many frames one is cut in half; 0: none. */
  int cutEvery;
  Supplier<byte[]> noise = () -> new byte[0];
  int opened;
  int closed;

  private final FrameDecoder commands = new FrameDecoder();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private boolean streaming;
  private long nextFrame;

  BenchDevice(FakeClock clock) {
    this.clock = clock;
  }

  ByteLink open() throws LinkLostException {
    requirePlugged();
    opened++;
    nextFrame = frameNow();
    return new Plug();
  }

  private void requirePlugged() throws LinkLostException {
    double now = clock.seconds();
    if (now >= unpluggedFromSeconds && now < unpluggedToSeconds) {
      throw new LinkLostException("bench:1 is not there: plug it in");
    }
  }

  private long frameNow() {
    return (long) (clock.seconds() * 1e9) / FRAME_NANOS;
  }

  private boolean dumb() {
    return clock.seconds() >= dumbFromSeconds && clock.seconds() < dumbToSeconds;
  }

  /** Every fourth frame. */
  private boolean lost() {
    return clock.seconds() < loseToSeconds && nextFrame % 4 == 0;
  }

  private void say(WireMessage message) {
    byte[] frame = FrameEncoder.frame(message);
    boolean cut = message instanceof Imu6 && cutEvery > 0 && nextFrame % cutEvery == 0;
    out.writeBytes(cut ? Arrays.copyOf(frame, frame.length / 2) : frame);
  }

  private void answer(WireMessage command) {
    heard.add(command.type());
    switch (command) {
      case WireMessage.GetHello m -> {
        if (hellosToIgnore-- <= 0) {
          say(hello());
        }
      }
      case WireMessage.Start m -> streaming |= startsToIgnore-- <= 0;
      case WireMessage.Ping m -> {
        clock.sleep(FRAME_NANOS);
        say(new WireMessage.Pong(m.token(), 4_294_967_290L, 1_994));
      }
      default -> {}
    }
  }

  static Hello hello() {
    return new Hello(
        1, 0, 7, "F1A7BAC00000A1F2", 1, 0, 10_000, 244_000, 35_000, 0, 0, new Hello.Firmware(1, 0, 0), "bench");
  }

  private void sample() {
    long now = frameNow();
    for (; nextFrame < now; nextFrame++) {
      long index = nextFrame * 5;
      if (streaming && !dumb() && !lost()) {
        long said = clock.seconds() >= indexBackSeconds ? index - 400 : index;
        long micros = Math.round(index * 10_000 * (1 + driftPpm * 1e-6));
        say(new Imu6(0, said, micros & 0xFFFF_FFFFL, 10_000, 7, counts()));
      }
    }
  }

  private Counts counts() {
    short[] counts = new short[5 * Counts.AXES];
    counts[0] = (short) (clock.seconds() >= frozenFromSeconds ? 0 : nextFrame);
    return new Counts(counts);
  }

  long countHeard(int type) {
    return heard.stream().filter(one -> one == type).count();
  }

  boolean wasStarted() {
    return countHeard(PacketType.START) > 0;
  }

  private final class Plug implements ByteLink {
    private boolean open = true;

    @Override
    public int read(byte[] buffer) throws LinkLostException {
      for (int waits = 0; waits < 4; waits++) {
        if (!open) {
          throw new LinkLostException("bench:1 has been closed");
        }
        requirePlugged();
        if (clock.seconds() >= endSeconds) {
          return -1;
        }
        sample();
        out.writeBytes(noise.get());
        if (out.size() > 0) {
          return take(buffer);
        }
        clock.sleep(FRAME_NANOS);
      }
      return 0;
    }

    private int take(byte[] buffer) {
      byte[] all = out.toByteArray();
      int length = Math.min(all.length, buffer.length);
      System.arraycopy(all, 0, buffer, 0, length);
      out.reset();
      out.write(all, length, all.length - length);
      return length;
    }

    @Override
    public void write(byte[] bytes) throws LinkLostException {
      requirePlugged();
      commands.offer(bytes, 0, bytes.length);
      while (commands.next()) {
        if (commands.event() instanceof WireMessage command) {
          answer(command);
        }
      }
    }

    @Override
    public String address() {
      return "bench:1";
    }

    @Override
    public void close() {
      closed += open ? 1 : 0;
      open = false;
    }
  }
}
