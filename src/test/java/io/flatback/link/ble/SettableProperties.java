package io.flatback.link.ble;

import java.util.Map;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;

/** For an object whose properties are read from the whole tree only. */
public interface SettableProperties extends Properties {
  @Override
  default <A> A Get(String interfaceName, String property) {
    throw new UnsupportedOperationException("ask for the whole");
  }

  @Override
  default Map<String, Variant<?>> GetAll(String interfaceName) {
    throw new UnsupportedOperationException("ask for the whole");
  }
}
