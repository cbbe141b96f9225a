package io.flatback.link.ble;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.interfaces.ObjectManager;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;

/**
 * A Bluetooth sensor's radio side as a real bluetoothd offers it on one of its adapters: advertises the Nordic UART
 * Service, and lets nobody write or subscribe who is not bonded.
 */
public final class GattPeripheral implements AutoCloseable {
  private static final String SERVICE = "/service0";
  private static final String SENDS = SERVICE + "/sends";
  private static final String HEARS = SERVICE + "/hears";
  private static final String ADVERTISEMENT = "/advertisement";
  private static final GattProfile PROFILE = GattProfile.NORDIC_UART;

  private final DBusConnection connection;
  private final String adapterPath;
  private final String name;
  private final ObjectTree tree;
  private volatile Consumer<byte[]> written = bytes -> {};
  private volatile boolean subscribed;

  /**
   * @param adapter e.g. {@code hci1}
   * @param friend the adapter that it bonds with, e.g. {@code hci0}; with no other
   */
  public GattPeripheral(SystemBus bus, String adapter, String friend, String name) throws DBusException {
    this.connection = DBusConnectionBuilder.forAddress(bus.first()).withShared(false).build();
    this.adapterPath = "/org/bluez/" + adapter;
    this.name = name;
    this.tree = new ObjectTree(connection);
    connection.exportObject("/", tree);
    connection.exportObject(SENDS, new Sends());
    connection.exportObject(HEARS, new Hears());
    connection.exportObject(ADVERTISEMENT, new Advertisement());
    connection.exportObject(PairingAgent.PATH, new PairingAgent(adapterPath + "/dev_" + addressOf(friend)));
    tree.add(SERVICE, Bluez.SERVICE, Map.of(
        "UUID", new Variant<>(PROFILE.service().toString()), "Primary", new Variant<>(true)));
    addCharacteristic(SENDS, PROFILE.notifying().toString(), "notify", "encrypt-read", "encrypt-notify");
    addCharacteristic(HEARS, PROFILE.writable().toString(), "write-without-response", "encrypt-write");
  }

  private void addCharacteristic(String path, String uuid, String... flags) {
    tree.add(path, Bluez.CHARACTERISTIC, Map.of(
        "UUID", new Variant<>(uuid),
        "Service", new Variant<>(new DBusPath(SERVICE)),
        "Flags", new Variant<>(flags)));
  }

  /** Switches the adapter on and registers with bluetoothd; to be called again when that has been started anew. */
  public void serve() {
    await("bluetoothd has " + adapterPath)
        .atMost(Duration.ofSeconds(15))
        .ignoreExceptions()
        .until(() -> set("Powered", true) && set("Alias", name));
    bluez(adapterPath, BluezApi.GattManager1.class).RegisterApplication(new DBusPath("/"), Map.of());
    bluez(adapterPath, BluezApi.LEAdvertisingManager1.class)
        .RegisterAdvertisement(new DBusPath(ADVERTISEMENT), Map.of());
    BluezApi.AgentManager1 agents = bluez(Bluez.ROOT, BluezApi.AgentManager1.class);
    agents.RegisterAgent(new DBusPath(PairingAgent.PATH), PairingAgent.CAPABILITY);
    agents.RequestDefaultAgent(new DBusPath(PairingAgent.PATH));
  }

  private boolean set(String property, Object value) {
    bluez(adapterPath, Properties.class).Set(Bluez.ADAPTER, property, value);
    return true;
  }

  private <T extends DBusInterface> T bluez(String path, Class<T> type) {
    try {
      return connection.getRemoteObject(Bluez.NAME, path, type);
    } catch (DBusException e) {
      throw new IllegalStateException(e);
    }
  }

  /** @param heard called with what the other side writes */
  public void onWritten(Consumer<byte[]> heard) {
    written = heard;
  }

  /** To whoever has subscribed. */
  public void notify(byte[] value) {
    if (subscribed) {
      tree.tell(SENDS, Bluez.CHARACTERISTIC, "Value", value);
    }
  }

  public String address() {
    return bluez(adapterPath, Properties.class).Get(Bluez.ADAPTER, "Address");
  }

  private String addressOf(String adapter) {
    String address = bluez("/org/bluez/" + adapter, Properties.class).Get(Bluez.ADAPTER, "Address");
    return address.replace(':', '_');
  }

  /** Hangs up on everybody. */
  public void drop() {
    devices().forEach(path -> bluez(path, BluezApi.Device1.class).Disconnect());
  }

  /** @param adapter e.g. {@code hci0} */
  public void power(String adapter, boolean on) {
    bluez("/org/bluez/" + adapter, Properties.class).Set(Bluez.ADAPTER, "Powered", on);
  }

  private List<String> devices() {
    return bluez("/", ObjectManager.class).GetManagedObjects().keySet().stream()
        .map(DBusPath::getPath)
        .filter(path -> path.matches(adapterPath + "/dev_[^/]+"))
        .toList();
  }

  @Override
  public void close() {
    connection.disconnect();
  }

  private final class Sends implements BluezApi.GattCharacteristic1 {
    @Override
    public void StartNotify() {
      subscribed = true;
    }

    @Override
    public void StopNotify() {
      subscribed = false;
    }

    @Override
    public void WriteValue(byte[] value, Map<String, Variant<?>> options) {
      throw new org.bluez.Error.NotPermitted("read only");
    }

    @Override
    public String getObjectPath() {
      return SENDS;
    }
  }

  private final class Hears implements BluezApi.GattCharacteristic1 {
    @Override
    public void StartNotify() {
      throw new org.bluez.Error.NotPermitted("write only");
    }

    @Override
    public void StopNotify() {
      throw new org.bluez.Error.NotPermitted("write only");
    }

    @Override
    public void WriteValue(byte[] value, Map<String, Variant<?>> options) {
      written.accept(value);
    }

    @Override
    public String getObjectPath() {
      return HEARS;
    }
  }

  private final class Advertisement implements BluezApi.LEAdvertisement1, Properties {
    @Override
    public Map<String, Variant<?>> GetAll(String interfaceName) {
      return Map.of(
          "Type", new Variant<>("peripheral"),
          "ServiceUUIDs", new Variant<>(new String[] {PROFILE.service().toString()}),
          "LocalName", new Variant<>(name));
    }

    @Override
    public <A> A Get(String interfaceName, String property) {
      throw new UnsupportedOperationException("ask for all");
    }

    @Override
    public <A> void Set(String interfaceName, String property, A value) {
      throw new UnsupportedOperationException("read only");
    }

    @Override
    public void Release() {}

    @Override
    public String getObjectPath() {
      return ADVERTISEMENT;
    }
  }
}
