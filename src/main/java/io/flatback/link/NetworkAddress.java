package io.flatback.link;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host and a port, written {@code HOST:PORT}; an IPv6 address stands in brackets.
 *
 * @param port 1 to 65535
 */
public record NetworkAddress(String host, int port) {
  private static final Pattern SHAPE = Pattern.compile("(?:\\[([0-9a-fA-F:.%]+)]|([^:\\[\\]/]+)):([0-9]{1,5})");
  private static final int MOST_PORT = 65_535;

  public NetworkAddress {
    if (port < 1 || port > MOST_PORT) {
      throw new IllegalArgumentException("port=" + port + ", expected 1 to " + MOST_PORT);
    }
  }

  /** @throws IllegalArgumentException with what was found and what was expected */
  public static NetworkAddress parse(String text) {
    Matcher matcher = SHAPE.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("'" + text + "' is no address, expected HOST:PORT, as in 192.168.1.1:7000");
    }
    String host = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    return new NetworkAddress(host, Integer.parseInt(matcher.group(3)));
  }
}
