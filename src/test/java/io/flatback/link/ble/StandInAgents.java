package io.flatback.link.ble;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;

/** Who may be asked whether a device is to be paired. */
final class StandInAgents implements BluezApi.AgentManager1 {
  private final DBusConnection connection;
  private final Map<String, DBusPath> agents = new ConcurrentHashMap<>();

  StandInAgents(DBusConnection connection) {
    this.connection = connection;
  }

  @Override
  public void RegisterAgent(DBusPath agent, String capability) {
    agents.put(BluezStandIn.caller(), agent);
  }

  @Override
  public void RequestDefaultAgent(DBusPath agent) {}

  @Override
  public void UnregisterAgent(DBusPath agent) {
    forget(BluezStandIn.caller());
  }

  void forget(String client) {
    agents.remove(client);
  }

  boolean isEmpty() {
    return agents.isEmpty();
  }

  /** Throws what bluetoothd does where there is no agent of the client's, or it says no. */
  void authorize(String client, String devicePath) {
    DBusPath agent = agents.get(client);
    if (agent == null) {
      throw new org.bluez.Error.AuthenticationFailed("Authentication Failed");
    }
    try {
      connection.getRemoteObject(client, agent.getPath(), Agent1.class).RequestAuthorization(new DBusPath(devicePath));
    } catch (DBusException | DBusExecutionException refused) {
      throw new org.bluez.Error.AuthenticationFailed(String.valueOf(refused.getMessage()));
    }
  }

  @Override
  public String getObjectPath() {
    return "/org/bluez";
  }
}
