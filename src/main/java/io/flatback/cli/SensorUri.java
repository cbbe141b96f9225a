package io.flatback.cli;

import io.flatback.link.NetworkAddress;
import io.flatback.signal.Placement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where readings come from, as the user writes it: {@code serial:/dev/ttyUSB0?baud=115200}, {@code serial:auto}, {@code
 * tcp:HOST:PORT}, {@code udp:HOST:PORT?listen=8000}, {@code ble:NAME-OR-ADDRESS}, {@code replay:FILE?speed=4},
 * {@code sim:SCENARIO?seed=7}.
 *
 * @param text the whole of it
 * @param target port, device, file or scenario
 */
public record SensorUri(String text, Scheme scheme, String target, Map<String, String> parameters) {

  /** Instead of a serial port: whichever a sensor answers on. */
  public static final String AUTO = "auto";

  /** Kinds of sources, each with the parameters it knows. */
  public enum Scheme {
    SERIAL,
    TCP,
    UDP,
    BLE,
    REPLAY,
    SIM;

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Sorted, for messages. */
    List<String> parameters() {
      return switch (this) {
        case SERIAL -> List.of("baud", "driver", "placement");
        case TCP, BLE -> List.of("driver", "placement");
        case UDP -> List.of("driver", "listen", "placement");
        case REPLAY -> List.of("placement", "speed");
        case SIM -> List.of("placement", "seed", "speed");
      };
    }
  }

  public SensorUri {
    parameters = Map.copyOf(parameters);
  }

  /** @throws UsageException saying what is wrong with it */
  public static SensorUri parse(String text) {
    int colon = text.indexOf(':');
    Scheme scheme =
        scheme(text.substring(0, Math.max(colon, 0)))
            .orElseThrow(
                () ->
                    new UsageException(
                        "sensor '" + text + "' begins with none of serial:, tcp:, udp:, ble:, replay:, sim:; write it like"
                            + " serial:/dev/ttyUSB0 or sim:clean"));
    int question = text.lastIndexOf('?');
    String target = text.substring(colon + 1, question < 0 ? text.length() : question);
    if (target.isEmpty()) {
      throw new UsageException(
          "sensor '" + text + "' names nothing behind '" + scheme.key() + ":'; flatback sensors says what is in reach");
    }
    String query = question < 0 ? "" : text.substring(question + 1);
    SensorUri uri = new SensorUri(text, scheme, target, parameters(text, scheme, query));
    uri.check();
    return uri;
  }

  private static Optional<Scheme> scheme(String key) {
    return Arrays.stream(Scheme.values()).filter(s -> s.key().equals(key)).findFirst();
  }

  private static Map<String, String> parameters(String text, Scheme scheme, String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String part : query.isEmpty() ? List.<String>of() : List.of(query.split("&", -1))) {
      int equals = part.indexOf('=');
      String name = equals < 0 ? part : part.substring(0, equals);
      if (equals < 0 || !scheme.parameters().contains(name)) {
        throw new UsageException(
            "sensor '" + text + "' has the parameter '" + part + "', expected "
                + String.join("=…, ", scheme.parameters()) + "=…");
      }
      if (parameters.put(name, part.substring(equals + 1)) != null) {
        throw new UsageException("sensor '" + text + "' has the parameter '" + name + "' twice: give it once");
      }
    }
    return parameters;
  }

  /** The same source under the same name, worn there. */
  SensorUri at(Placement placement) {
    Map<String, String> placed = new LinkedHashMap<>(parameters);
    placed.put("placement", placement.key());
    return new SensorUri(text, scheme, target, placed);
  }

  /** Every number is read once, so that a bad one is told before anything is opened. */
  private void check() {
    var unused = List.of(baud(115_200), listenPort(), speed(), seed(), placement(), driver());
    if (scheme == Scheme.TCP || scheme == Scheme.UDP) {
      var unusedToo = networkAddress();
    }
  }

  /** @param standard where none is given */
  public int baud(int standard) {
    return (int) number("baud", standard, 1, 10_000_000, true);
  }

  /** Where a device on the network is. */
  public NetworkAddress networkAddress() {
    try {
      return NetworkAddress.parse(target);
    } catch (IllegalArgumentException e) {
      throw new UsageException("sensor '" + text + "': " + e.getMessage());
    }
  }

  /** To which port of this machine a device sends its datagrams; x-IMU3s are made to send to 8000. */
  public int listenPort() {
    return (int) number("listen", 8000, 0, 65_535, true);
  }

  /** How many times as fast as it happened; 0: as fast as possible. */
  public double speed() {
    return parameters.getOrDefault("speed", "").equals("max") ? 0 : number("speed", 1, 0, 1e6, false);
  }

  public long seed() {
    String seed = parameters.getOrDefault("seed", "1");
    try {
      return Long.parseLong(seed);
    } catch (NumberFormatException e) {
      throw bad("seed", seed, "a whole number");
    }
  }

  /** Empty where it does not say. */
  public Optional<Placement> placement() {
    try {
      return Optional.ofNullable(parameters.get("placement")).map(Placement::ofKey);
    } catch (IllegalArgumentException e) {
      throw bad("placement", String.valueOf(parameters.get("placement")), "lumbar or sacrum");
    }
  }

  public String driver() {
    boolean network = scheme == Scheme.TCP || scheme == Scheme.UDP;
    String driver = parameters.getOrDefault("driver", network ? Drivers.XIMU3 : Drivers.FLATBACK);
    if (!Drivers.names().contains(driver)) {
      throw bad("driver", driver, String.join(" or ", Drivers.names()) + " (this version reads no other)");
    }
    return driver;
  }

  private double number(String name, double standard, double least, double most, boolean whole) {
    String text = parameters.get(name);
    if (text == null) {
      return standard;
    }
    try {
      double value = Double.parseDouble(text);
      if (value >= least && value <= most && (!whole || value == Math.rint(value))) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Told below, together with numbers out of range.
    }
    String kind = whole ? "a whole number" : "a number";
    throw bad(name, text, String.format(Locale.ROOT, "%s from %.0f to %.0f", kind, least, most));
  }

  private UsageException bad(String name, String value, String expected) {
    return new UsageException("sensor '" + text + "' has " + name + "=" + value + ", expected " + expected);
  }
}
