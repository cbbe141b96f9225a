package io.flatback.link.ble;

import io.flatback.link.LinkLostException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which Bluetooth LE devices are in reach, and by what adapters. */
public final class BleScan {
  private BleScan() {}

  /**
   * @param name what it calls itself, or its address again
   * @param signalDbm how strongly it is heard; empty when it is connected and silent, or the adapter does not tell
   * @param batteryPercent as its Battery service (180F) told this machine; empty where it has not
   * @param services UUIDs it tells of
   * @param connected this machine holds it already
   * @param paired it has a bond with this machine
   */
  public record Found(
      String address,
      String name,
      OptionalInt signalDbm,
      OptionalInt batteryPercent,
      List<String> services,
      boolean connected,
      boolean paired) {
    public Found {
      services = List.copyOf(services);
    }

    public boolean has(UUID service) {
      return services.stream().anyMatch(service.toString()::equalsIgnoreCase);
    }
  }

  /**
   * Listens for a while.
   *
   * @return the strongest first
   * @throws LinkLostException why Bluetooth can't be used here, with the remedy
   */
  public static List<Found> of(SystemBus bus, Duration duration) throws LinkLostException {
    try (Bluez bluez = Bluez.open(bus)) {
      BleRadio radio = new BleRadio(bluez);
      radio.look();
      long untilNanos = System.nanoTime() + duration.toNanos();
      while (System.nanoTime() - untilNanos < 0) {
        radio.adapters();
        bluez.objects().awaitChange(bluez.objects().changes(), untilNanos);
      }
      List<Found> found = found(bluez.objects());
      radio.stopLooking();
      return found;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new LinkLostException("Bluetooth " + BleWords.interrupted(), stopped);
    }
  }

  private static List<Found> found(BluezObjects objects) {
    return objects.all(Bluez.DEVICE).stream()
        .filter(one -> one.is("Connected") || one.number("RSSI").isPresent())
        .map(
            one ->
                new Found(
                    one.text("Address"),
                    one.text("Alias"),
                    one.signalDbm(),
                    objects.batteryPercent(one.path()),
                    one.texts("UUIDs"),
                    one.is("Connected"),
                    one.is("Paired")))
        .sorted(Comparator.comparing((Found one) -> -one.signalDbm().orElse(0)))
        .toList();
  }

  /**
   * The adapters that are on, e.g. {@code hci0}.
   *
   * @throws LinkLostException why Bluetooth can't be used here, with the remedy
   */
  public static String adapters(SystemBus bus) throws LinkLostException {
    try (Bluez bluez = Bluez.open(bus)) {
      return new BleRadio(bluez)
          .adapters().stream()
              .map(one -> BleRadio.names(List.of(one)) + " " + one.text("Address"))
              .collect(Collectors.joining(", "));
    }
  }
}
