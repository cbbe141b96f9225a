package io.flatback.link.ble;

import org.freedesktop.dbus.interfaces.Properties;

/** For an object whose properties are read all at once. */
public interface SettableProperties extends Properties {
  @Override
  default <A> A Get(String interfaceName, String property) {
    throw new UnsupportedOperationException("ask for all");
  }
}
