package io.flatback.cli.reach;

import io.flatback.link.SerialPorts.Port;
import io.flatback.web.InReach;
import io.flatback.web.PortChange;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Serial ports while the service runs. Those that were there when it began are opened only when somebody asks; one
 * that was plugged in later is asked as soon as somebody looks. Noticing what is plugged in opens nothing. Any thread.
 */
public final class SerialReach implements AutoCloseable {
  private static final int MOST_AT_ONCE = 4;

  private final Supplier<List<Port>> lister;
  private final Function<Port, PortAnswer> prober;
  private final ExecutorService probing =
      Executors.newFixedThreadPool(MOST_AT_ONCE, Thread.ofPlatform().daemon().name("port probe ", 0).factory());

  private final Map<String, PortAnswer> answers = new LinkedHashMap<>();
  private final Map<String, Port> told = new LinkedHashMap<>();
  private @Nullable Set<String> there;

  /**
   * @param lister opens nothing
   * @param prober may take seconds
   */
  public SerialReach(Supplier<List<Port>> lister, Function<Port, PortAnswer> prober) {
    this.lister = lister;
    this.prober = prober;
  }

  /**
   * What was plugged in or out since this was asked last; what was there the first time is no news. Opens nothing.
   *
   * <p>A port that goes and comes back between two calls is not noticed here; whoever listened to it noticed.
   */
  public synchronized List<PortChange> news() {
    boolean first = there == null;
    List<Port> ports = list();
    Set<String> paths = paths(ports);
    List<PortChange> changes = new ArrayList<>();
    for (Port gone : List.copyOf(told.values())) {
      if (!paths.contains(gone.path())) {
        changes.add(change(gone, /* pluggedIn= */ false));
        told.remove(gone.path());
      }
    }
    for (Port port : ports) {
      if (told.putIfAbsent(port.path(), port) == null && !first) {
        changes.add(change(port, /* pluggedIn= */ true));
      }
    }
    return changes;
  }

  private static PortChange change(Port port, boolean pluggedIn) {
    return new PortChange("serial:" + port.path(), port.description(), pluggedIn);
  }

  /** Forgets what was known of ports that are gone: plugged in again, they are new. */
  private List<Port> list() {
    List<Port> ports = lister.get();
    Set<String> paths = paths(ports);
    Set<String> before = there;
    if (before == null) {
      ports.forEach(port -> told.put(port.path(), port));
      there = paths;
    } else {
      before.retainAll(paths);
    }
    answers.keySet().retainAll(paths);
    return ports;
  }

  private static Set<String> paths(List<Port> ports) {
    return ports.stream().map(Port::path).collect(Collectors.toCollection(HashSet::new));
  }

  /**
   * What is known now; never waits for a device.
   *
   * @param addressesInUse of this run's sensors; their ports are left alone
   */
  public synchronized List<InReach> look(Set<String> addressesInUse) {
    Set<String> used = ports(addressesInUse);
    List<InReach> found = new ArrayList<>();
    for (Port port : list()) {
      PortAnswer answer = known(port, used.contains(port.path()));
      found.add(answer.of(port, !answer.driver().equals(MakersMark.FLATBACK)));
    }
    return found;
  }

  private PortAnswer known(Port port, boolean inUse) {
    if (inUse) {
      return remember(port, PortAnswer.IN_USE);
    }
    PortAnswer known = answers.get(port.path());
    if (known == null) {
      return wasThere(port) ? remember(port, PortAnswer.NOT_ASKED) : begin(port);
    }
    return known.state() == InReach.State.IN_USE ? remember(port, PortAnswer.NOT_ASKED) : known;
  }

  private boolean wasThere(Port port) {
    Set<String> before = there;
    return before != null && before.contains(port.path());
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
  public synchronized List<InReach> ask(Set<String> addressesInUse) {
    Set<String> used = ports(addressesInUse);
    for (Port port : list()) {
      if (!used.contains(port.path()) && !isBeingAsked(port)) {
        var unused = begin(port);
      }
    }
    return look(addressesInUse);
  }

  private boolean isBeingAsked(Port port) {
    PortAnswer known = answers.get(port.path());
    return known != null && known.state() == InReach.State.ASKING;
  }

  private static Set<String> ports(Set<String> addresses) {
    Set<String> ports = new HashSet<>();
    for (String address : addresses) {
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
