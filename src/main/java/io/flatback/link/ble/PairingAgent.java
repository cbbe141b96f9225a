package io.flatback.link.ble;

import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.types.UInt16;
import org.freedesktop.dbus.types.UInt32;

/**
 * Answers bluetoothd while a sensor is being paired. A sensor has neither keys nor display, so nobody is asked for a
 * code ("Just Works"), and no device but the one that is being paired is let in. Called on the bus's own threads.
 */
final class PairingAgent implements Agent1 {
  static final String PATH = "/io/flatback/agent";
  static final String CAPABILITY = "NoInputNoOutput";

  private final String devicePath;

  PairingAgent(String devicePath) {
    this.devicePath = devicePath;
  }

  private void admit(DBusPath device) {
    if (!device.getPath().equals(devicePath)) {
      throw new DBusExecutionException("flatback pairs " + devicePath + " only");
    }
  }

  private static DBusExecutionException noCode() {
    return new DBusExecutionException("flatback pairs without codes");
  }

  @Override
  public String RequestPinCode(DBusPath device) {
    throw noCode();
  }

  @Override
  public UInt32 RequestPasskey(DBusPath device) {
    throw noCode();
  }

  @Override
  public void RequestConfirmation(DBusPath device, UInt32 passkey) {
    admit(device);
  }

  @Override
  public void RequestAuthorization(DBusPath device) {
    admit(device);
  }

  @Override
  public void AuthorizeService(DBusPath device, String uuid) {
    admit(device);
  }

  @Override
  public void Release() {}

  @Override
  public void DisplayPinCode(DBusPath device, String code) {}

  @Override
  public void DisplayPasskey(DBusPath device, UInt32 passkey, UInt16 entered) {}

  @Override
  public void Cancel() {}

  @Override
  public String getObjectPath() {
    return PATH;
  }

  @Override
  public boolean isRemote() {
    return false;
  }
}
