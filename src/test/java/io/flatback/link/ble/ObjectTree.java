package io.flatback.link.ble;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.ObjectManager;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;

/** What the stand-in has to show, and its signals when that changes. */
final class ObjectTree implements ObjectManager {
  private final DBusConnection connection;
  private final Map<DBusPath, Map<String, Map<String, Variant<?>>>> objects = new LinkedHashMap<>();

  ObjectTree(DBusConnection connection) {
    this.connection = connection;
  }

  @Override
  public synchronized Map<DBusPath, Map<String, Map<String, Variant<?>>>> GetManagedObjects() {
    Map<DBusPath, Map<String, Map<String, Variant<?>>>> copy = new LinkedHashMap<>();
    objects.forEach((path, interfaces) -> {
      Map<String, Map<String, Variant<?>>> all = new HashMap<>();
      interfaces.forEach((name, properties) -> all.put(name, new HashMap<>(properties)));
      copy.put(path, all);
    });
    return copy;
  }

  synchronized Map<String, Variant<?>> all(String path, String interfaceName) {
    Map<String, Map<String, Variant<?>>> interfaces = objects.getOrDefault(new DBusPath(path), Map.of());
    return new HashMap<>(interfaces.getOrDefault(interfaceName, Map.of()));
  }

  /** As {@link #set}, but nobody is told. */
  synchronized void setUntold(String path, String interfaceName, String property, Object value) {
    Map<String, Map<String, Variant<?>>> interfaces = objects.get(new DBusPath(path));
    if (interfaces != null) {
      interfaces.get(interfaceName).put(property, new Variant<>(value));
    }
  }

  synchronized boolean has(String path) {
    return objects.containsKey(new DBusPath(path));
  }

  synchronized void add(String path, String interfaceName, Map<String, Variant<?>> properties) {
    Map<String, Map<String, Variant<?>>> interfaces = Map.of(interfaceName, new HashMap<>(properties));
    objects.put(new DBusPath(path), new HashMap<>(interfaces));
    try {
      connection.sendMessage(new InterfacesAdded("/", new DBusPath(path), interfaces));
    } catch (DBusException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One interface more of an object that is there. */
  synchronized void addTo(String path, String interfaceName, Map<String, Variant<?>> properties) {
    Map<String, Map<String, Variant<?>>> interfaces = objects.get(new DBusPath(path));
    if (interfaces != null) {
      interfaces.put(interfaceName, new HashMap<>(properties));
      try {
        connection.sendMessage(
            new InterfacesAdded("/", new DBusPath(path), Map.of(interfaceName, new HashMap<>(properties))));
      } catch (DBusException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  synchronized void removeFrom(String path, String interfaceName) {
    Map<String, Map<String, Variant<?>>> interfaces = objects.get(new DBusPath(path));
    if (interfaces != null && interfaces.remove(interfaceName) != null) {
      try {
        connection.sendMessage(new InterfacesRemoved("/", new DBusPath(path), List.of(interfaceName)));
      } catch (DBusException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  synchronized void remove(String path) {
    Map<String, Map<String, Variant<?>>> interfaces = objects.remove(new DBusPath(path));
    if (interfaces != null) {
      try {
        connection.sendMessage(new InterfacesRemoved("/", new DBusPath(path), new ArrayList<>(interfaces.keySet())));
      } catch (DBusException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  synchronized void set(String path, String interfaceName, String property, Object value) {
    Map<String, Map<String, Variant<?>>> interfaces = objects.get(new DBusPath(path));
    if (interfaces != null) {
      interfaces.get(interfaceName).put(property, new Variant<>(value));
      tell(path, interfaceName, property, value);
    }
  }

  /** Without keeping it: a characteristic's value is an event. */
  void tell(String path, String interfaceName, String property, Object value) {
    try {
      connection.sendMessage(
          new Properties.PropertiesChanged(path, interfaceName, Map.of(property, new Variant<>(value)), List.of()));
    } catch (DBusException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String getObjectPath() {
    return "/";
  }
}
