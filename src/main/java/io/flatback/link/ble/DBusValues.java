package io.flatback.link.ble;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;

/** From the library's types to plain ones: texts, numbers, truth values, lists, maps by text. */
final class DBusValues {
  private DBusValues() {}

  static Object plain(Object value) {
    return switch (value) {
      case Variant<?> variant -> plain(variant.getValue());
      case DBusPath path -> path.getPath();
      case Map<?, ?> map -> map(map);
      case List<?> list -> list.stream().map(DBusValues::plain).toList();
      case Object[] array -> List.of(array).stream().map(DBusValues::plain).toList();
      case Object other -> other;
    };
  }

  static Map<String, Object> map(Object value) {
    Map<String, Object> plain = new HashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, one) -> plain.put(String.valueOf(plain(key)), plain(one)));
    }
    return plain;
  }

  static Map<String, Map<String, Object>> mapOfMaps(Object value) {
    Map<String, Map<String, Object>> plain = new HashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, one) -> plain.put(String.valueOf(plain(key)), map(one)));
    }
    return plain;
  }

  static List<String> texts(Object value) {
    return plain(value) instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
  }

  /** A byte array comes as one, or as a list of bytes; of anything else, nothing. */
  static byte[] bytes(Object value) {
    Object plain = value instanceof Variant<?> variant ? variant.getValue() : value;
    if (plain instanceof byte[] bytes) {
      return bytes;
    }
    List<?> list = plain instanceof List<?> found ? found : List.of();
    byte[] bytes = new byte[list.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = list.get(i) instanceof Number number ? number.byteValue() : 0;
    }
    return bytes;
  }
}
