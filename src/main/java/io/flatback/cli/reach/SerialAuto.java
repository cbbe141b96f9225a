package io.flatback.cli.reach;

import io.flatback.link.ByteLink;
import io.flatback.link.HostClock;
import io.flatback.link.LinkLostException;
import io.flatback.link.LinkOpener;
import io.flatback.link.SerialLink;
import io.flatback.link.SerialPorts.Port;
import io.flatback.web.InReach.State;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * {@code serial:auto}: the first serial port on which a sensor of the driver answers, whichever that is. A port that
 * did not answer is left alone until it is plugged in anew, or for a while. The sensor's thread only.
 */
public final class SerialAuto implements LinkOpener {
  /** own: somebody switches a sensor on and looks at the screen. */
  private static final long ASK_AGAIN_NANOS = 15_000_000_000L;

  /** A port that could not be opened was not disturbed: it may only just have been plugged in, or be looked at. */
  private static final long TRY_AGAIN_NANOS = 1_000_000_000L;

  private final String driver;
  private final int baud;
  private final Supplier<List<Port>> lister;
  private final Function<Port, PortAnswer> prober;
  private final HostClock clock;
  private final Map<String, Long> notBeforeNanos = new HashMap<>();

  /** @param prober may take seconds */
  public SerialAuto(
      String driver,
      int baud,
      Supplier<List<Port>> lister,
      Function<Port, PortAnswer> prober,
      HostClock clock) {
    this.driver = driver;
    this.baud = baud;
    this.lister = lister;
    this.prober = prober;
    this.clock = clock;
  }

  @Override
  public ByteLink open() throws IOException {
    List<Port> ports = lister.get();
    notBeforeNanos.keySet().retainAll(new HashSet<>(ports.stream().map(Port::path).toList()));
    for (Port port : ports) {
      Long notBefore = notBeforeNanos.get(port.path());
      if (notBefore == null || clock.nanoTime() - notBefore >= 0) {
        PortAnswer answer = prober.apply(port);
        if (answer.state() == State.ANSWERS && answer.driver().equals(driver)) {
          return SerialLink.open(port.path(), baud);
        }
        long laterNanos = answer.state() == State.REFUSED ? TRY_AGAIN_NANOS : ASK_AGAIN_NANOS;
        notBeforeNanos.put(port.path(), clock.nanoTime() + laterNanos);
      }
    }
    throw new LinkLostException(
        "serial:auto: no " + driver + " sensor answers on " + ports.size() + " serial ports: plug one in by USB and"
            + " switch it on, or name its port; flatback sensors says what each port answers");
  }
}
