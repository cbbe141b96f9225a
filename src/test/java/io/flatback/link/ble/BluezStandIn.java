package io.flatback.link.ble;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.base.AbstractConnectionBase;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.types.UInt16;
import org.freedesktop.dbus.types.Variant;

/**
 * Stands in for bluetoothd on a private bus: one adapter, and the devices a test puts into its reach. Behaves as
 * BlueZ 5.66 was seen to: a connection is made once the device is heard and given up after a while, services come
 * after it and go with it, a client that leaves the bus has its subscriptions and its search forgotten.
 */
public final class BluezStandIn implements AutoCloseable {
  static final String ADAPTER_PATH = "/org/bluez/hci0";

  private final SystemBus bus;
  private final List<Peripheral> peripherals = new CopyOnWriteArrayList<>();
  private final Set<String> searching = ConcurrentHashMap.newKeySet();
  private final Map<String, DBusPath> agents = new ConcurrentHashMap<>();
  private DBusConnection connection;
  private volatile ObjectTree tree;
  private volatile boolean powered = true;

  public BluezStandIn(SystemBus bus, Peripheral... there) throws DBusException {
    this.bus = bus;
    peripherals.addAll(List.of(there));
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
    connection.exportObject("/org/bluez", new Agents());
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
    agents.remove(client);
    peripherals.forEach(one -> one.forget(client));
  }

  /** As after {@code systemctl stop bluetooth}. */
  public synchronized void stop() {
    peripherals.forEach(one -> one.connected = false);
    peripherals.forEach(one -> one.cancelled++);
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
      peripherals.forEach(this::disconnect);
    }
    tree.set(ADAPTER_PATH, Bluez.ADAPTER, "Powered", on);
  }

  /** The device goes out of reach, its connection with it. */
  public void takeAway(Peripheral one) {
    one.inReach = false;
    disconnect(one);
  }

  public void bringBack(Peripheral one) {
    one.inReach = true;
    advertise();
  }

  /** bluetoothd forgets devices that it is not bonded with, after a while. */
  public void forget(Peripheral one) {
    connection.unExportObject(one.path(ADAPTER_PATH));
    tree.remove(one.path(ADAPTER_PATH));
  }

  /** Whoever is connected and has been subscribed to notifies, if it may. */
  public void notify(Peripheral one, byte[] value) {
    if (one.connected && one.hasSubscriber()) {
      tree.tell(characteristic(one, !one.swapped), Bluez.CHARACTERISTIC, "Value", value);
    }
  }

  /** As its battery runs down. */
  public void battery(Peripheral one, int percent) {
    tree.set(one.path(ADAPTER_PATH), Bluez.BATTERY, "Percentage", (byte) percent);
  }

  private static String characteristic(Peripheral one, boolean first) {
    return one.path(ADAPTER_PATH) + "/service0010/char" + (first ? "0011" : "0014");
  }

  private void advertise() {
    for (Peripheral one : peripherals) {
      if (!searching.isEmpty() && one.inReach && powered) {
        appear(one);
      }
    }
  }

  private synchronized void appear(Peripheral one) {
    String path = one.path(ADAPTER_PATH);
    if (tree.has(path)) {
      tree.set(path, Bluez.DEVICE, "RSSI", (short) -55);
      return;
    }
    try {
      connection.exportObject(path, new Device(one));
    } catch (DBusException e) {
      throw new IllegalStateException(e);
    }
    Map<String, Variant<?>> properties = new HashMap<>();
    properties.put("Address", new Variant<>(one.address));
    properties.put("Name", new Variant<>(one.name));
    properties.put("Alias", new Variant<>(one.name));
    properties.put("Paired", new Variant<>(one.paired));
    properties.put("Connected", new Variant<>(false));
    properties.put("ServicesResolved", new Variant<>(false));
    properties.put("UUIDs", new Variant<>(new String[] {one.profile.service().toString()}));
    properties.put("RSSI", new Variant<>((short) -55));
    tree.add(path, Bluez.DEVICE, properties);
  }

  private void resolve(Peripheral one) {
    String service = one.path(ADAPTER_PATH) + "/service0010";
    tree.add(service, Bluez.SERVICE, Map.of(
        "UUID", new Variant<>(one.profile.service().toString()),
        "Device", new Variant<>(new DBusPath(one.path(ADAPTER_PATH)))));
    addCharacteristic(one, true, one.swapped ? "write-without-response" : "notify");
    addCharacteristic(one, false, one.swapped ? "notify" : "write-without-response");
    if (one.batteryPercent >= 0) {
      tree.addTo(one.path(ADAPTER_PATH), Bluez.BATTERY, Map.of("Percentage", new Variant<>((byte) one.batteryPercent)));
    }
    tree.set(one.path(ADAPTER_PATH), Bluez.DEVICE, "ServicesResolved", true);
  }

  private void addCharacteristic(Peripheral one, boolean first, String flag) {
    String path = characteristic(one, first);
    try {
      connection.exportObject(path, new Characteristic(one, path));
    } catch (DBusException e) {
      throw new IllegalStateException(e);
    }
    tree.add(path, Bluez.CHARACTERISTIC, Map.of(
        "UUID", new Variant<>((first ? one.profile.notifying() : one.profile.writable()).toString()),
        "Service", new Variant<>(new DBusPath(one.path(ADAPTER_PATH) + "/service0010")),
        "Flags", new Variant<>(new String[] {flag})));
    tree.setUntold(path, Bluez.CHARACTERISTIC, "MTU", new UInt16(one.mtuBytes));
  }

  private synchronized void disconnect(Peripheral one) {
    one.cancelled++;
    if (one.connected) {
      one.connected = false;
      tree.set(one.path(ADAPTER_PATH), Bluez.DEVICE, "ServicesResolved", false);
      for (boolean first : new boolean[] {true, false}) {
        connection.unExportObject(characteristic(one, first));
        tree.remove(characteristic(one, first));
      }
      tree.remove(one.path(ADAPTER_PATH) + "/service0010");
      tree.removeFrom(one.path(ADAPTER_PATH), Bluez.BATTERY);
      tree.set(one.path(ADAPTER_PATH), Bluez.DEVICE, "Connected", false);
    }
  }

  @Override
  public void close() {
    stop();
  }

  private static String caller() {
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

  private void requirePower() {
    if (!powered) {
      throw new org.bluez.Error.NotReady("Resource Not Ready");
    }
  }

  private final class Device implements BluezApi.Device1, SettableProperties {
    private static final long PATIENCE_NANOS = 20_000_000_000L;
    private static final long CONNECT_MILLIS = 60;

    private final Peripheral one;

    Device(Peripheral one) {
      this.one = one;
    }

    @Override
    public void Connect() {
      requirePower();
      int cancelled = one.cancelled;
      long untilNanos = System.nanoTime() + PATIENCE_NANOS;
      while (!one.inReach && one.cancelled == cancelled && System.nanoTime() < untilNanos) {
        one.awaited = true;
        pause(10);
      }
      if (!one.inReach || one.cancelled != cancelled) {
        throw new org.bluez.Error.Failed("le-connection-abort-by-local");
      }
      pause(CONNECT_MILLIS);
      connected();
    }

    private void connected() {
      synchronized (BluezStandIn.this) {
        if (!one.inReach || !powered) {
          throw new org.bluez.Error.Failed("le-connection-abort-by-local");
        }
        if (!one.connected) {
          one.connectionBegins();
          one.connected = true;
          tree.setUntold(getObjectPath(), Bluez.DEVICE, "Connected", true);
          Thread.ofVirtual().start(this::resolveSoon);
        }
      }
    }

    private void resolveSoon() {
      pause(CONNECT_MILLIS);
      synchronized (BluezStandIn.this) {
        if (one.connected) {
          resolve(one);
        }
      }
    }

    @Override
    public void Disconnect() {
      disconnect(one);
    }

    @Override
    public void Pair() {
      DBusPath agent = agents.get(caller());
      if (agent == null || one.refusesToPair) {
        throw new org.bluez.Error.AuthenticationFailed("Authentication Failed");
      }
      try {
        connection.getRemoteObject(caller(), agent.getPath(), Agent1.class)
            .RequestAuthorization(new DBusPath(getObjectPath()));
      } catch (DBusException | DBusExecutionException refused) {
        throw new org.bluez.Error.AuthenticationFailed(String.valueOf(refused.getMessage()));
      }
      one.paired = true;
      connected();
      tree.set(getObjectPath(), Bluez.DEVICE, "Paired", true);
    }

    @Override
    public Map<String, Variant<?>> GetAll(String interfaceName) {
      return tree.all(getObjectPath(), interfaceName);
    }

    @Override
    public <A> void Set(String interfaceName, String property, A value) {
      one.trusted = property.equals("Trusted") && Boolean.TRUE.equals(value);
    }

    @Override
    public String getObjectPath() {
      return one.path(ADAPTER_PATH);
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      throw new org.bluez.Error.Failed("stopped");
    }
  }

  private final class Characteristic implements BluezApi.GattCharacteristic1, SettableProperties {
    private final Peripheral one;
    private final String path;

    Characteristic(Peripheral one, String path) {
      this.one = one;
      this.path = path;
    }

    @Override
    public Map<String, Variant<?>> GetAll(String interfaceName) {
      return tree.all(path, interfaceName);
    }

    @Override
    public <A> void Set(String interfaceName, String property, A value) {
      throw new org.bluez.Error.NotPermitted("read only");
    }

    @Override
    public void StartNotify() {
      if (one.wantsBond && !one.paired) {
        raiseSecurity();
      }
      if (!one.subscribe(caller())) {
        throw new org.bluez.Error.InProgress("Already notifying");
      }
    }

    /** bluetoothd bonds by itself where there is an agent; where there is not, the device hangs up. */
    private void raiseSecurity() {
      if (one.refusesUnasked || one.refusesToPair || agents.isEmpty()) {
        disconnect(one);
        throw new org.bluez.Error.Failed("Operation failed with ATT error: 0x0e");
      }
      one.paired = true;
      tree.set(one.path(ADAPTER_PATH), Bluez.DEVICE, "Paired", true);
    }

    @Override
    public void StopNotify() {
      one.forget(caller());
    }

    @Override
    public void WriteValue(byte[] value, Map<String, Variant<?>> options) {
      if (value.length > one.mtuBytes - 3) {
        throw new org.bluez.Error.Failed("Invalid Length");
      }
      one.written.accept(value);
    }

    @Override
    public String getObjectPath() {
      return "/";
    }
  }

  private final class Agents implements BluezApi.AgentManager1 {
    @Override
    public void RegisterAgent(DBusPath agent, String capability) {
      agents.put(caller(), agent);
    }

    @Override
    public void RequestDefaultAgent(DBusPath agent) {}

    @Override
    public void UnregisterAgent(DBusPath agent) {
      agents.remove(caller());
    }

    @Override
    public String getObjectPath() {
      return "/org/bluez";
    }
  }
}
