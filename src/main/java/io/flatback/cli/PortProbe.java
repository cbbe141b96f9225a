package io.flatback.cli;

import io.flatback.link.ByteLink;
import io.flatback.link.HostClock;
import io.flatback.link.LinkLostException;
import io.flatback.link.SerialLink;
import io.flatback.session.SensorDriver;
import io.flatback.signal.Placement;
import io.flatback.signal.StreamFacts;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** Asks one port who is there, for two seconds. */
record PortProbe(String path, int baud, HostClock clock) {
  private static final long PATIENCE_NANOS = 2_000_000_000L;
  private static final int BUFFER_BYTES = 4096;

  /** What answers, or why nothing does. */
  String ask() throws IOException {
    try (ByteLink link = SerialLink.open(path, baud)) {
      return listen(link);
    } catch (LinkLostException e) {
      return String.valueOf(e.getMessage());
    }
  }

  String listen(ByteLink link) throws IOException {
    SensorDriver driver = Drivers.of(Drivers.FLATBACK, Placement.LUMBAR);
    byte[] buffer = new byte[BUFFER_BYTES];
    long startNanos = clock.nanoTime();
    long heardBytes = 0;
    driver.dialogue().connected(startNanos);
    while (clock.nanoTime() - startNanos < PATIENCE_NANOS) {
      Optional<byte[]> due = driver.dialogue().due(clock.nanoTime(), driver.decoder().facts().samples() > 0);
      if (due.isPresent()) {
        link.write(due.get());
      }
      int length = link.read(buffer);
      if (length < 0) {
        break;
      }
      heardBytes += length;
      driver.decoder().offer(buffer, 0, length, clock.nanoTime());
      while (driver.decoder().next()) {
        // Only what the decoder learns of the stream is wanted.
      }
    }
    return verdict(driver.decoder().facts(), heardBytes);
  }

  private static String verdict(StreamFacts facts, long heardBytes) {
    if (!facts.device().isEmpty()) {
      String rate = Double.isNaN(facts.rateHz()) ? "" : String.format(Locale.ROOT, ", %.1f Hz", facts.rateHz());
      String battery = facts.batteryPercent() == null ? "" : ", battery " + facts.batteryPercent() + " %";
      return facts.device() + " (driver flatback" + rate + battery + ")";
    }
    return heardBytes == 0
        ? "nothing answers"
        : heardBytes + " bytes that driver flatback does not understand; another --baud, or another maker";
  }
}
