package io.flatback.link.ble;

import io.flatback.link.LinkLostException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBusSigHandler;
import org.freedesktop.dbus.matchrules.DBusMatchRuleBuilder;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.messages.constants.MessageTypes;

/**
 * Takes bluetoothd's signals off the bus, into {@link BluezObjects}, and a characteristic's values to who wants them.
 * Handlers never throw, as that would kill the library's only thread for signals.
 */
final class BluezSignals {
  private static final String ADDED = "InterfacesAdded";
  private static final String REMOVED = "InterfacesRemoved";
  private static final String CHANGED = "PropertiesChanged";
  private static final String OWNER_CHANGED = "NameOwnerChanged";

  private final DBusConnection connection;
  private final BluezObjects objects;
  /** Anybody may send signals: only those of bluetoothd count. Empty until it is known. */
  private volatile String sender = "";

  BluezSignals(DBusConnection connection, BluezObjects objects) {
    this.connection = connection;
    this.objects = objects;
  }

  void listen() throws LinkLostException {
    hear(rule(Bluez.OBJECT_MANAGER, ADDED), this::added);
    hear(rule(Bluez.OBJECT_MANAGER, REMOVED), this::removed);
    hear(rule(Bluez.PROPERTIES, CHANGED).withArg0123(0, Bluez.DEVICE), this::changed);
    hear(rule(Bluez.PROPERTIES, CHANGED).withArg0123(0, Bluez.ADAPTER), this::changed);
    hear(rule(Bluez.PROPERTIES, CHANGED).withArg0123(0, Bluez.BATTERY), this::changed);
    hear(rule("org.freedesktop.DBus", OWNER_CHANGED).withArg0123(0, Bluez.NAME), this::ownerChanged);
  }

  /** @param unique bluetoothd's own name on the bus, e.g. {@code :1.5} */
  void from(String unique) {
    sender = unique;
  }

  void hearValues(String path, Consumer<byte[]> heard) throws LinkLostException {
    hear(
        rule(Bluez.PROPERTIES, CHANGED).withPath(path),
        (signal, values) -> {
          Object value = DBusValues.map(values[1]).get("Value");
          if (value != null && isFromBluez(signal)) {
            heard.accept(DBusValues.bytes(value));
          }
        });
  }

  private interface Heard {
    void accept(DBusSignal signal, Object[] values);
  }

  private static DBusMatchRuleBuilder rule(String interfaceName, String member) {
    return DBusMatchRuleBuilder.create()
        .withType(MessageTypes.SIGNAL)
        .withInterface(interfaceName)
        .withMember(member);
  }

  private void hear(DBusMatchRuleBuilder rule, Heard heard) throws LinkLostException {
    DBusSigHandler<DBusSignal> handler = signal -> take(signal, heard);
    try {
      connection.addGenericSigHandler(rule.build(), handler);
    } catch (DBusException | DBusExecutionException refused) {
      throw new LinkLostException(BleWords.busRefused(String.valueOf(refused.getMessage())), refused);
    }
  }

  private void take(DBusSignal signal, Heard heard) {
    try {
      Object[] values = signal.getParameters();
      if (values != null && values.length >= 2) {
        heard.accept(signal, values);
      }
    } catch (DBusException | RuntimeException unreadable) {
      objects.end(BleWords.daemonFailed("unreadable signal " + signal.getName() + ", " + unreadable.getMessage()));
    }
  }

  private boolean isFromBluez(DBusSignal signal) {
    return sender.isEmpty() || sender.equals(signal.getSource());
  }

  private void added(DBusSignal signal, Object[] values) {
    if (isFromBluez(signal)) {
      objects.added(String.valueOf(DBusValues.plain(values[0])), DBusValues.mapOfMaps(values[1]));
    }
  }

  private void removed(DBusSignal signal, Object[] values) {
    if (isFromBluez(signal)) {
      objects.removed(String.valueOf(DBusValues.plain(values[0])), DBusValues.texts(values[1]));
    }
  }

  private void changed(DBusSignal signal, Object[] values) {
    if (isFromBluez(signal)) {
      List<String> invalidated = values.length > 2 ? DBusValues.texts(values[2]) : List.of();
      objects.changed(signal.getPath(), String.valueOf(values[0]), DBusValues.map(values[1]), invalidated);
    }
  }

  /** The conversation was with the one who has gone, also when another has come in its place. */
  private void ownerChanged(DBusSignal signal, Object[] values) {
    if (!sender.isEmpty() && sender.equals(values[1])) {
      objects.end(BleWords.daemonGone());
    }
  }

  /** From the answer of GetManagedObjects: path → interface → property → value. */
  static Map<String, Map<String, Map<String, Object>>> objects(Object whole) {
    Map<String, Map<String, Map<String, Object>>> objects = new HashMap<>();
    if (whole instanceof Map<?, ?> map) {
      map.forEach((path, interfaces) ->
          objects.put(String.valueOf(DBusValues.plain(path)), DBusValues.mapOfMaps(interfaces)));
    }
    return objects;
  }
}
