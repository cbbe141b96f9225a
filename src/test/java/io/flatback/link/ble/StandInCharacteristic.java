package io.flatback.link.ble;

import java.util.Map;
import org.freedesktop.dbus.types.Variant;

/** One of the two by which a device is read and written. */
final class StandInCharacteristic implements BluezApi.GattCharacteristic1, SettableProperties {
  private final BluezStandIn bluez;
  private final StandInDevice device;
  private final Peripheral one;
  private final String path;

  StandInCharacteristic(BluezStandIn bluez, StandInDevice device, String path) {
    this.bluez = bluez;
    this.device = device;
    this.one = device.peripheral();
    this.path = path;
  }

  @Override
  public Map<String, Variant<?>> GetAll(String interfaceName) {
    return bluez.tree().all(path, interfaceName);
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
    if (!one.subscribe(BluezStandIn.caller())) {
      throw new org.bluez.Error.InProgress("Already notifying");
    }
  }

  /** bluetoothd bonds by itself where there is an agent; where there is not, the device hangs up. */
  private void raiseSecurity() {
    if (one.refusesUnasked || one.refusesToPair || bluez.agents().isEmpty()) {
      device.disconnect();
      throw new org.bluez.Error.Failed("Operation failed with ATT error: 0x0e");
    }
    device.bond();
  }

  @Override
  public void StopNotify() {
    one.forget(BluezStandIn.caller());
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
