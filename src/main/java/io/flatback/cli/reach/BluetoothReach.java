package io.flatback.cli.reach;

import io.flatback.link.LinkLostException;
import io.flatback.link.ble.BleScan;
import io.flatback.link.ble.BleScan.Found;
import io.flatback.web.InReach;
import io.flatback.web.InReach.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Bluetooth sensors while the service runs, told by the services they advertise. Looked for when somebody asks, as
 * looking takes air time from sensors that stream; nothing is connected to for it. Any thread.
 */
public final class BluetoothReach implements AutoCloseable {
  /** Not a device, but Bluetooth itself. */
  static final String BLUETOOTH = "ble:";

  private final Scanner scanner;
  private final Map<String, UUID> services;
  private final ExecutorService scanning =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("bluetooth scan").factory());
  private List<Found> found = List.of();
  private boolean looking;
  private @Nullable InReach word;

  /** Listens for a while for devices that advertise. */
  public interface Scanner {
    List<Found> scan() throws LinkLostException;
  }

  /** @param services by which a driver's sensors are known */
  public BluetoothReach(Scanner scanner, Map<String, UUID> services) {
    this.scanner = scanner;
    this.services = Map.copyOf(services);
  }

  /** What the latest look found, and how it went; empty until somebody has asked. Never waits. */
  public synchronized List<InReach> look(Set<String> addressesInUse) {
    List<InReach> shown = new ArrayList<>();
    InReach how = word;
    if (how != null) {
      shown.add(how);
    }
    for (Found one : found) {
      drivers(one).forEach(driver -> shown.add(of(one, driver, addressesInUse)));
    }
    return shown;
  }

  /** Looks anew; what is found shows when it is over. */
  public synchronized List<InReach> ask(Set<String> addressesInUse) {
    if (!looking) {
      looking = true;
      word = word(State.ASKING, "Looking for Bluetooth sensors, eight seconds.");
      scanning.execute(this::scan);
    }
    return look(addressesInUse);
  }

  private void scan() {
    try {
      List<Found> heard = scanner.scan();
      keep(heard, heard.stream().allMatch(one -> drivers(one).isEmpty()) ? noSensor(heard.size()) : null);
    } catch (LinkLostException refused) {
      keep(List.of(), word(State.REFUSED, String.valueOf(refused.getMessage())));
    } catch (RuntimeException fault) {
      keep(List.of(), word(State.REFUSED, "Bluetooth can't be looked through (" + fault + "): try again"));
    }
  }

  private static InReach noSensor(int others) {
    return word(
        State.SILENT, "no sensor (" + others + " other devices in reach): switch it on, bring it closer, and look again");
  }

  private synchronized void keep(List<Found> heard, @Nullable InReach how) {
    found = List.copyOf(heard);
    word = how;
    looking = false;
  }

  /** A device may tell of the services of several makers. */
  private List<String> drivers(Found one) {
    return services.entrySet().stream().filter(each -> one.has(each.getValue())).map(Map.Entry::getKey).sorted().toList();
  }

  private static InReach word(State state, String text) {
    return new InReach(BLUETOOTH, "Bluetooth", state, "", "", null, null, null, null, text);
  }

  private static InReach of(Found one, String driver, Set<String> addressesInUse) {
    String address = BLUETOOTH + one.address() + (driver.equals("flatback") ? "" : "?driver=" + driver);
    Set<String> used = addressesInUse.stream().map(each -> each.replaceFirst("\\?.*", "")).collect(Collectors.toSet());
    boolean inUse = used.contains(BLUETOOTH + one.address()) || used.contains(BLUETOOTH + one.name());
    return new InReach(
        address,
        one.name(),
        inUse ? State.IN_USE : State.ANSWERS,
        driver,
        one.name(),
        null,
        one.batteryPercent().isPresent() ? Integer.valueOf(one.batteryPercent().getAsInt()) : null,
        one.signalDbm().isPresent() ? Integer.valueOf(one.signalDbm().getAsInt()) : null,
        one.paired(),
        text(one, inUse));
  }

  private static String text(Found one, boolean inUse) {
    if (inUse) {
      return "One of the sensors above.";
    }
    String bond = one.paired() ? "Paired with this machine." : "Not paired yet.";
    return one.connected() ? bond + " Connected already, perhaps by another program." : bond;
  }

  @Override
  public void close() {
    var unused = scanning.shutdownNow();
  }
}
