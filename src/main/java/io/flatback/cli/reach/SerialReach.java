package io.flatback.cli.reach;

import io.flatback.link.HostClock;
import io.flatback.link.SerialLink;
import io.flatback.link.SerialPorts;
import io.flatback.link.SerialPorts.Port;
import io.flatback.web.InReach;
import io.flatback.wire.MakersMark;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Serial ports while the service runs. Those that were there when it began are opened only when somebody asks;
 * one that is plugged in later is asked at once, so that a new sensor is offered by itself. Any thread.
 */
public final class SerialReach implements AutoCloseable {
  private static final int MOST_AT_ONCE = 4;

  private final Supplier<List<Port>> lister;
  private final Supplier<Set<String>> addressesInUse;
  private final Function<Port, PortAnswer> prober;
  private final ExecutorService probing =
      Executors.newFixedThreadPool(MOST_AT_ONCE, Thread.ofPlatform().daemon().name("port probe ", 0).factory());

  private final Map<String, PortAnswer> answers = new LinkedHashMap<>();
  private boolean looked;

  /**
   * @param addressesInUse of this run's sensors; their ports are left alone
   * @param prober may take seconds
   */
  public SerialReach(
      Supplier<List<Port>> lister, Supplier<Set<String>> addressesInUse, Function<Port, PortAnswer> prober) {
    this.lister = lister;
    this.addressesInUse = addressesInUse;
    this.prober = prober;
  }

  /** @param addressesInUse of this run's sensors; their ports are left alone */
  public static SerialReach ofThisMachine(Supplier<Set<String>> addressesInUse) {
    return new SerialReach(
        SerialPorts::list, addressesInUse,
        port -> new PortProbe(port.path(), SerialLink.DEFAULT_BAUD, Manner.POLITE, HostClock.SYSTEM).ask());
  }

  /** What is known now; never waits for a device. */
  public synchronized List<InReach> look() {
    List<Port> ports = lister.get();
    Set<String> used = portsInUse();
    answers.keySet().retainAll(new HashSet<>(ports.stream().map(Port::path).toList()));
    List<InReach> found = new ArrayList<>();
    for (Port port : ports) {
      PortAnswer answer = known(port, used.contains(port.path()));
      found.add(answer.of(port, !answer.driver().equals(MakersMark.FLATBACK)));
    }
    looked = true;
    return found;
  }

  private PortAnswer known(Port port, boolean inUse) {
    if (inUse) {
      return remember(port, PortAnswer.IN_USE);
    }
    PortAnswer known = answers.get(port.path());
    if (known == null && looked) {
      return begin(port);
    }
    return known == null || known.state() == InReach.State.IN_USE ? remember(port, PortAnswer.NOT_ASKED) : known;
  }

  private PortAnswer begin(Port port) {
    probing.execute(() -> keep(port, prober.apply(port)));
    return remember(port, PortAnswer.ASKING);
  }

  private PortAnswer remember(Port port, PortAnswer answer) {
    answers.put(port.path(), answer);
    return answer;
  }

  private synchronized void keep(Port port, PortAnswer answer) {
    answers.replace(port.path(), answer);
  }

  /** Somebody wants every port asked that is not in use. */
  public synchronized List<InReach> ask() {
    Set<String> used = portsInUse();
    for (Port port : lister.get()) {
      if (!used.contains(port.path()) && !isBeingAsked(port)) {
        var unused = begin(port);
      }
    }
    return look();
  }

  private boolean isBeingAsked(Port port) {
    PortAnswer known = answers.get(port.path());
    return known != null && known.state() == InReach.State.ASKING;
  }

  private Set<String> portsInUse() {
    Set<String> ports = new HashSet<>();
    for (String address : addressesInUse.get()) {
      if (address.startsWith("serial:")) {
        ports.add(address.substring("serial:".length()).replaceFirst("\\?.*", ""));
      }
    }
    return ports;
  }

  @Override
  public void close() {
    var unused = probing.shutdownNow();
  }
}
