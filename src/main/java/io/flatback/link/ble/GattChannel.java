package io.flatback.link.ble;

import io.flatback.link.LinkLostException;
import java.util.List;
import java.util.UUID;

/**
 * The two characteristics of a connected device by which bytes come and go.
 *
 * @param answered whether every write is answered by the device
 * @param mtuBytes of a packet over the air, three of them its header; 0 where bluetoothd does not tell
 * @param wholeBytes as {@link GattProfile#wholeBytes}
 */
record GattChannel(String notifyPath, String writePath, boolean answered, int mtuBytes, int wholeBytes) {
  /** Of any Bluetooth LE connection, at the least. */
  private static final int LEAST_MTU_BYTES = 23;

  private static final int HEADER_BYTES = 3;
  private static final String WRITE = "write";
  private static final String UNANSWERED = "write-without-response";

  /** What fits in one write. */
  int roomBytes() {
    return Math.max(mtuBytes, LEAST_MTU_BYTES) - HEADER_BYTES;
  }

  /** Whether a notification that long was cut off there: a whole frame would have been longer. */
  boolean isPiece(int notifiedBytes) {
    return mtuBytes > 0 && roomBytes() < wholeBytes && notifiedBytes == roomBytes();
  }

  /** @throws LinkLostException when the device has no such service, or nothing in it that notifies or can be written */
  static GattChannel of(BluezObjects objects, String devicePath, GattProfile profile, BleName device)
      throws LinkLostException {
    List<BluezObject> services =
        objects.all(Bluez.SERVICE).stream().filter(one -> one.text("Device").equals(devicePath)).toList();
    BluezObject service =
        services.stream()
            .filter(one -> one.text("UUID").equalsIgnoreCase(profile.service().toString()))
            .findFirst()
            .orElseThrow(
                () -> new LinkLostException(
                    device.asSensor() + " " + BleWords.noService(profile.service(), uuids(services))));
    List<BluezObject> inside =
        objects.all(Bluez.CHARACTERISTIC).stream().filter(one -> one.text("Service").equals(service.path())).toList();
    BluezObject notify = choose(inside, profile, profile.notifying(), List.of("notify", "indicate"), device);
    BluezObject write = choose(inside, profile, profile.writable(), List.of(UNANSWERED, WRITE), device);
    return new GattChannel(
        notify.path(),
        write.path(),
        !write.texts("Flags").contains(UNANSWERED),
        notify.number("MTU").orElse(0),
        profile.wholeBytes());
  }

  private static List<String> uuids(List<BluezObject> services) {
    return services.stream().map(one -> one.text("UUID")).toList();
  }

  private static BluezObject choose(
      List<BluezObject> inside, GattProfile profile, UUID wanted, List<String> properties, BleName device)
      throws LinkLostException {
    List<BluezObject> able =
        inside.stream().filter(one -> one.texts("Flags").stream().anyMatch(properties::contains)).toList();
    return able.stream()
        .filter(one -> one.text("UUID").equalsIgnoreCase(wanted.toString()))
        .findFirst()
        .or(() -> able.stream().findFirst())
        .orElseThrow(
            () -> new LinkLostException(
                device.asSensor() + " " + BleWords.noCharacteristic(profile.service(), properties.getLast())));
  }
}
