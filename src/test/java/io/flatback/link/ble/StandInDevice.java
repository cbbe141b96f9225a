package io.flatback.link.ble;

import java.util.HashMap;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt16;
import org.freedesktop.dbus.types.Variant;

/** A device as bluetoothd shows it, from when it was first heard until it is forgotten. */
final class StandInDevice implements BluezApi.Device1, SettableProperties {
  private static final long PATIENCE_NANOS = 20_000_000_000L;
  private static final long CONNECT_MILLIS = 60;
  private static final short RSSI_DBM = -55;

  private final BluezStandIn bluez;
  private final Peripheral one;

  StandInDevice(BluezStandIn bluez, Peripheral one) {
    this.bluez = bluez;
    this.one = one;
  }

  Peripheral peripheral() {
    return one;
  }

  private ObjectTree tree() {
    return bluez.tree();
  }

  private String service() {
    return getObjectPath() + "/service0010";
  }

  private String characteristic(boolean first) {
    return service() + "/char" + (first ? "0011" : "0014");
  }

  private void export(String path, DBusInterface object) {
    try {
      bluez.connection().exportObject(path, object);
    } catch (DBusException e) {
      throw new IllegalStateException(e);
    }
  }

  /** It was heard. */
  void appear() {
    synchronized (bluez) {
      if (tree().has(getObjectPath())) {
        tree().set(getObjectPath(), Bluez.DEVICE, "RSSI", RSSI_DBM);
        return;
      }
      export(getObjectPath(), this);
      Map<String, Variant<?>> properties = new HashMap<>();
      properties.put("Address", new Variant<>(one.address));
      properties.put("Name", new Variant<>(one.name));
      properties.put("Alias", new Variant<>(one.name));
      properties.put("Paired", new Variant<>(one.paired));
      properties.put("Connected", new Variant<>(false));
      properties.put("ServicesResolved", new Variant<>(false));
      properties.put("UUIDs", new Variant<>(new String[] {one.profile.service().toString()}));
      properties.put("RSSI", new Variant<>(RSSI_DBM));
      tree().add(getObjectPath(), Bluez.DEVICE, properties);
    }
  }

  void forget() {
    bluez.connection().unExportObject(getObjectPath());
    tree().remove(getObjectPath());
  }

  void notify(byte[] value) {
    if (one.connected && one.hasSubscriber()) {
      tree().tell(characteristic(!one.swapped), Bluez.CHARACTERISTIC, "Value", value);
    }
  }

  void battery(int percent) {
    tree().set(getObjectPath(), Bluez.BATTERY, "Percentage", (byte) percent);
  }

  void bond() {
    one.paired = true;
    tree().set(getObjectPath(), Bluez.DEVICE, "Paired", true);
  }

  void disconnect() {
    synchronized (bluez) {
      one.cancelled++;
      if (one.connected) {
        one.connected = false;
        tree().set(getObjectPath(), Bluez.DEVICE, "ServicesResolved", false);
        for (boolean first : new boolean[] {true, false}) {
          bluez.connection().unExportObject(characteristic(first));
          tree().remove(characteristic(first));
        }
        tree().remove(service());
        tree().removeFrom(getObjectPath(), Bluez.BATTERY);
        tree().set(getObjectPath(), Bluez.DEVICE, "Connected", false);
      }
    }
  }

  @Override
  public void Connect() {
    bluez.requirePower();
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
    synchronized (bluez) {
      if (!one.inReach || !bluez.isPowered()) {
        throw new org.bluez.Error.Failed("le-connection-abort-by-local");
      }
      if (!one.connected) {
        one.connectionBegins();
        one.connected = true;
        tree().setUntold(getObjectPath(), Bluez.DEVICE, "Connected", true);
        Thread.ofVirtual().start(this::resolveSoon);
      }
    }
  }

  private void resolveSoon() {
    pause(CONNECT_MILLIS);
    synchronized (bluez) {
      if (one.connected) {
        resolve();
      }
    }
  }

  private void resolve() {
    tree().add(service(), Bluez.SERVICE, Map.of(
        "UUID", new Variant<>(one.profile.service().toString()),
        "Device", new Variant<>(new DBusPath(getObjectPath()))));
    addCharacteristic(true, one.swapped ? "write-without-response" : "notify");
    addCharacteristic(false, one.swapped ? "notify" : "write-without-response");
    if (one.batteryPercent >= 0) {
      tree().addTo(getObjectPath(), Bluez.BATTERY, Map.of("Percentage", new Variant<>((byte) one.batteryPercent)));
    }
    tree().set(getObjectPath(), Bluez.DEVICE, "ServicesResolved", true);
  }

  private void addCharacteristic(boolean first, String flag) {
    String path = characteristic(first);
    export(path, new StandInCharacteristic(bluez, this, path));
    tree().add(path, Bluez.CHARACTERISTIC, Map.of(
        "UUID", new Variant<>((first ? one.profile.notifying() : one.profile.writable()).toString()),
        "Service", new Variant<>(new DBusPath(service())),
        "Flags", new Variant<>(new String[] {flag})));
    tree().setUntold(path, Bluez.CHARACTERISTIC, "MTU", new UInt16(one.mtuBytes));
  }

  @Override
  public void Disconnect() {
    disconnect();
  }

  @Override
  public void Pair() {
    if (one.refusesToPair) {
      throw new org.bluez.Error.AuthenticationFailed("Authentication Failed");
    }
    bluez.agents().authorize(BluezStandIn.caller(), getObjectPath());
    one.paired = true;
    connected();
    bond();
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      throw new org.bluez.Error.Failed("stopped");
    }
  }

  @Override
  public Map<String, Variant<?>> GetAll(String interfaceName) {
    return tree().all(getObjectPath(), interfaceName);
  }

  @Override
  public <A> void Set(String interfaceName, String property, A value) {
    one.trusted = property.equals("Trusted") && Boolean.TRUE.equals(value);
  }

  @Override
  public String getObjectPath() {
    return one.path(BluezStandIn.ADAPTER_PATH);
  }
}
