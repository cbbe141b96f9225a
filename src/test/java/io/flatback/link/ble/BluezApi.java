package io.flatback.link.ble;

import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.Variant;

/** bluetoothd's interfaces as it offers them, as far as anybody here calls them. */
public final class BluezApi {
  private BluezApi() {}

  @DBusInterfaceName("org.bluez.Adapter1")
  public interface Adapter1 extends DBusInterface {
    void SetDiscoveryFilter(Map<String, Variant<?>> filter);

    void StartDiscovery();

    void StopDiscovery();
  }

  @DBusInterfaceName("org.bluez.Device1")
  public interface Device1 extends DBusInterface {
    void Connect();

    void Disconnect();

    void Pair();
  }

  @DBusInterfaceName("org.bluez.GattCharacteristic1")
  public interface GattCharacteristic1 extends DBusInterface {
    void StartNotify();

    void StopNotify();

    void WriteValue(byte[] value, Map<String, Variant<?>> options);
  }

  @DBusInterfaceName("org.bluez.GattManager1")
  public interface GattManager1 extends DBusInterface {
    void RegisterApplication(DBusPath application, Map<String, Variant<?>> options);
  }

  @DBusInterfaceName("org.bluez.LEAdvertisingManager1")
  public interface LEAdvertisingManager1 extends DBusInterface {
    void RegisterAdvertisement(DBusPath advertisement, Map<String, Variant<?>> options);
  }

  @DBusInterfaceName("org.bluez.LEAdvertisement1")
  public interface LEAdvertisement1 extends DBusInterface {
    void Release();
  }

  @DBusInterfaceName("org.bluez.AgentManager1")
  public interface AgentManager1 extends DBusInterface {
    void RegisterAgent(DBusPath agent, String capability);

    void RequestDefaultAgent(DBusPath agent);

    void UnregisterAgent(DBusPath agent);
  }
}
