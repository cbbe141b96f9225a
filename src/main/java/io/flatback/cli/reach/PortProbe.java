package io.flatback.cli.reach;

import io.flatback.link.ByteLink;
import io.flatback.link.HostClock;
import io.flatback.link.LinkLostException;
import io.flatback.link.SerialLink;
import io.flatback.session.SensorDriver;
import io.flatback.signal.Placement;
import io.flatback.signal.StreamFacts;
import io.flatback.wire.FrameEncoder;
import io.flatback.wire.MakersMark;
import io.flatback.wire.WireMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Asks one port who is there, disturbing what may be something else's as little as can be.
 *
 * <p>Listens first: WitMotion and most x-IMU3 speak by themselves, and whoever is understood is asked nothing. By
 * {@link Manner#POLITE} GET_HELLO goes only to our own sensor and into silence: a frame of seven bytes, without a line's
 * end, a few times. No other maker's command known here begins so; a device that takes any byte for a command would
 * hear it. The x-IMU3's ping is text, and sent by {@link Manner#INSISTENT} only. A device that was started to
 * learn its battery is stopped again; one that was streaming before is left streaming.
 *
 * <p>Opening alone raises DTR and RTS on some adapters, which resets boards that are wired so: nothing is opened here
 * unless somebody asked, or looks at a port that was plugged in while he watched.
 */
public record PortProbe(String path, int baud, Manner manner, HostClock clock) {
  /** own: the slowest stream that is told by its mark, ten messages a second, makes four. */
  private static final long LISTEN_NANOS = 400_000_000L;

  private static final long PATIENCE_NANOS = 2_000_000_000L;
  private static final int BUFFER_BYTES = 4096;
  private static final byte[] XIMU3_PING = "{\"ping\":null}\n".getBytes(StandardCharsets.US_ASCII);

  /** What answers, or why nothing does. */
  public PortAnswer ask() {
    try (ByteLink link = SerialLink.open(path, baud)) {
      return ask(link);
    } catch (LinkLostException refused) {
      return PortAnswer.refused(String.valueOf(refused.getMessage()));
    } catch (IOException broken) {
      return PortAnswer.refused(path + " broke off (" + broken.getMessage() + "): plug it in again");
    }
  }

  PortAnswer ask(ByteLink link) throws IOException {
    MakersMark mark = new MakersMark();
    listen(link, mark);
    String heard = mark.driver().orElse("");
    boolean ours = heard.equals(MakersMark.FLATBACK);
    boolean mayWrite =
        manner == Manner.INSISTENT || (manner == Manner.POLITE && (ours || mark.bytes() == 0));
    Optional<PortAnswer> answer =
        mayWrite && (ours || heard.isEmpty()) ? talk(link, !mark.readings()) : Optional.empty();
    if (answer.isPresent()) {
      return answer.get();
    }
    if (!heard.isEmpty()) {
      return PortAnswer.answers(heard, "", Double.NaN, null);
    }
    return manner == Manner.INSISTENT ? pinged(link, mark) : PortAnswer.none(mark.bytes(), mayWrite);
  }

  private void listen(ByteLink link, MakersMark mark) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    long startNanos = clock.nanoTime();
    while (clock.nanoTime() - startNanos < LISTEN_NANOS && mayBeOurs(mark)) {
      int length = link.read(buffer);
      if (length < 0) {
        return;
      }
      mark.offer(buffer, length);
    }
  }

  /** Whether our own sensor is streaming shows only in what comes next. */
  private static boolean mayBeOurs(MakersMark mark) {
    return mark.driver().filter(driver -> !driver.equals(MakersMark.FLATBACK)).isEmpty();
  }

  /** @param stop it was not streaming before */
  private Optional<PortAnswer> talk(ByteLink link, boolean stop) throws IOException {
    SensorDriver driver = SensorDriver.flatback(Placement.LUMBAR);
    byte[] buffer = new byte[BUFFER_BYTES];
    long startNanos = clock.nanoTime();
    driver.dialogue().connected(startNanos);
    while (clock.nanoTime() - startNanos < PATIENCE_NANOS && !isComplete(driver.decoder().facts())) {
      boolean streaming = driver.decoder().facts().samples() > 0;
      Optional<byte[]> due = driver.dialogue().due(clock.nanoTime(), streaming);
      if (due.isPresent()) {
        link.write(due.get());
      }
      int length = link.read(buffer);
      if (length < 0) {
        break;
      }
      driver.decoder().offer(buffer, 0, length, clock.nanoTime());
      while (driver.decoder().next()) {
        // Only what the decoder learns of the stream is wanted.
      }
    }
    StreamFacts facts = driver.decoder().facts();
    if (stop && !facts.device().isEmpty()) {
      link.write(FrameEncoder.frame(new WireMessage.Stop(1)));
    }
    return answer(facts);
  }

  private static boolean isComplete(StreamFacts facts) {
    return !facts.device().isEmpty() && facts.batteryPercent() != null && !Double.isNaN(facts.rateHz());
  }

  private static Optional<PortAnswer> answer(StreamFacts facts) {
    if (!facts.device().isEmpty()) {
      return Optional.of(
          PortAnswer.answers(MakersMark.FLATBACK, facts.device(), facts.rateHz(), facts.batteryPercent()));
    }
    return facts.lastFault().toLowerCase(Locale.ROOT).contains("version=")
        ? Optional.of(PortAnswer.unknown(facts.lastFault()))
        : Optional.empty();
  }

  private PortAnswer pinged(ByteLink link, MakersMark before) throws IOException {
    MakersMark mark = new MakersMark();
    link.write(XIMU3_PING);
    link.write(XIMU3_PING);
    listen(link, mark);
    return mark.driver().isPresent()
        ? PortAnswer.answers(mark.driver().get(), "", Double.NaN, null)
        : PortAnswer.none(before.bytes() + mark.bytes(), true);
  }
}
