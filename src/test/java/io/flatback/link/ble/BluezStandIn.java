package io.flatback.link.ble;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.freedesktop.dbus.connections.base.AbstractConnectionBase;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.types.Variant;

/**
 * Stands in for bluetoothd on a private bus: one adapter, and the devices a test puts into its reach. Behaves as
 * BlueZ 5.66 was seen to: a connection is made once the device is heard and given up after a while, services come
 * after it and go with it, a client that leaves the bus has its subscriptions and its search forgotten.
 */
public final class BluezStandIn implements AutoCloseable {
  static final String ADAPTER_PATH = "/org/bluez/hci0";

  private final SystemBus bus;
  private final List<StandInDevice> devices = new CopyOnWriteArrayList<>();
  private final Set<String> searching = ConcurrentHashMap.newKeySet();
  private volatile DBusConnection connection;
  private volatile ObjectTree tree;
  private volatile StandInAgents agents;
  private volatile boolean powered = true;

  public BluezStandIn(SystemBus bus, Peripheral... there) throws DBusException {
    this.bus = bus;
    for (Peripheral one : there) {
      devices.add(new StandInDevice(this, one));
    }
    start();
  }

  /** As after {@code systemctl start bluetooth}: remembers bonds and no more. */
  public synchronized void start() throws DBusException {
    connection =
        DBusConnectionBuilder.forAddress(bus.address())
            .withShared(false)
            .receivingThreadConfig()
            .withMethodCallThreadCount(8)
            .connectionConfig()
            .build();
    tree = new ObjectTree(connection);
    connection.exportObject("/", tree);
    tree.add("/org/bluez", Bluez.AGENT_MANAGER, Map.of());
    agents = new StandInAgents(connection);
    connection.exportObject("/org/bluez", agents);
    connection.exportObject(ADAPTER_PATH, new Adapter());
    tree.add(ADAPTER_PATH, Bluez.ADAPTER, Map.of(
        "Address", new Variant<>("00:00:00:00:00:01"), "Powered", new Variant<>(powered)));
    connection.addSigHandler(DBus.NameOwnerChanged.class, change -> {
      if (change.newOwner.isEmpty()) {
        forget(change.name);
      }
    });
    connection.requestBusName(Bluez.NAME);
  }

  private void forget(String client) {
    searching.remove(client);
    agents.forget(client);
    devices.forEach(one -> one.peripheral().forget(client));
  }

  /** As after {@code systemctl stop bluetooth}. */
  public synchronized void stop() {
    for (StandInDevice one : devices) {
      one.peripheral().connected = false;
      one.peripheral().cancelled++;
    }
    searching.clear();
    connection.disconnect();
  }

  public void removeAdapter() {
    tree.remove(ADAPTER_PATH);
  }

  public void power(boolean on) {
    powered = on;
    if (!on) {
      searching.clear();
      devices.forEach(StandInDevice::disconnect);
    }
    tree.set(ADAPTER_PATH, Bluez.ADAPTER, "Powered", on);
  }

  /** The device goes out of reach, its connection with it. */
  public void takeAway(Peripheral one) {
    one.inReach = false;
    of(one).disconnect();
  }

  public void bringBack(Peripheral one) {
    one.inReach = true;
    advertise();
  }

  /** bluetoothd forgets devices that it is not bonded with, after a while. */
  public void forget(Peripheral one) {
    of(one).forget();
  }

  /** Whoever is connected and has been subscribed to notifies, if it may. */
  public void notify(Peripheral one, byte[] value) {
    of(one).notify(value);
  }

  /** As its battery runs down. */
  public void battery(Peripheral one, int percent) {
    of(one).battery(percent);
  }

  private void advertise() {
    for (StandInDevice one : devices) {
      if (!searching.isEmpty() && one.peripheral().inReach && powered) {
        one.appear();
      }
    }
  }

  private StandInDevice of(Peripheral one) {
    return devices.stream().filter(device -> device.peripheral() == one).findFirst().orElseThrow();
  }

  DBusConnection connection() {
    return connection;
  }

  ObjectTree tree() {
    return tree;
  }

  StandInAgents agents() {
    return agents;
  }

  boolean isPowered() {
    return powered;
  }

  @Override
  public void close() {
    stop();
  }

  /** Who has called the method that is under way. */
  static String caller() {
    return AbstractConnectionBase.getCallInfo().getSource();
  }

  private final class Adapter implements BluezApi.Adapter1 {
    @Override
    public void SetDiscoveryFilter(Map<String, Variant<?>> filter) {
      requirePower();
    }

    @Override
    public void StartDiscovery() {
      requirePower();
      if (!searching.add(caller())) {
        throw new org.bluez.Error.InProgress("Operation already in progress");
      }
      advertise();
    }

    @Override
    public void StopDiscovery() {
      requirePower();
      searching.remove(caller());
    }

    @Override
    public String getObjectPath() {
      return ADAPTER_PATH;
    }
  }

  void requirePower() {
    if (!powered) {
      throw new org.bluez.Error.NotReady("Resource Not Ready");
    }
  }
}
