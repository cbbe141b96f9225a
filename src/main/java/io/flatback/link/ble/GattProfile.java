package io.flatback.link.ble;

import java.util.UUID;

/**
 * Where a maker's sensor speaks and listens: a service and, inside it, the characteristic that notifies and the one
 * that is written to. They are chosen by UUID and property: where the property is missing, another one of the same
 * service that has it is taken, as these two are swapped in the wild.
 *
 * @param wholeBytes of a frame that is to come in one notification; 0 where that does not matter
 */
public record GattProfile(UUID service, UUID notifying, UUID writable, int wholeBytes) {
  /** Five readings of the reference sensor: firmware-protocol/PROTOCOL.md. */
  private static final int FRAME_OF_FIVE_BYTES = 78;

  /** Nordic UART Service, which the reference sensor speaks. */
  public static final GattProfile NORDIC_UART =
      new GattProfile(
          UUID.fromString("6e400001-b5a3-f393-e0a9-e50e24dcca9e"),
          UUID.fromString("6e400003-b5a3-f393-e0a9-e50e24dcca9e"),
          UUID.fromString("6e400002-b5a3-f393-e0a9-e50e24dcca9e"),
          FRAME_OF_FIVE_BYTES);

  public GattProfile(UUID service, UUID notifying, UUID writable) {
    this(service, notifying, writable, 0);
  }

  public static GattProfile of(String service, String notifying, String writable) {
    return new GattProfile(UUID.fromString(service), UUID.fromString(notifying), UUID.fromString(writable));
  }
}
