package io.flatback.link.ble;

import io.flatback.link.LinkLostException;
import java.time.Duration;
import java.util.Optional;

/**
 * The way from a name to a device that sends: find it, connect it, learn its services. One per
 * conversation, one thread.
 */
final class BleConnector {
  /** bluetoothd itself gives up after some twenty seconds. */
  private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(25);

  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Bluez bluez;
  private final BleName name;
  private final BleRadio radio;
  private String lastRefusal = "";
  private String asked = "";

  BleConnector(Bluez bluez, BleName name) {
    this.bluez = bluez;
    this.name = name;
    this.radio = new BleRadio(bluez);
  }

  /** @return the path of the device, connected and with its services known */
  String connect(Duration patience) throws LinkLostException, InterruptedException {
    long untilNanos = System.nanoTime() + patience.toNanos();
    while (true) {
      BluezObject device = find(untilNanos);
      radio.stopLooking();
      if (isConnected(device.path(), untilNanos)) {
        if (bluez.objects().awaitServices(device.path())) {
          return device.path();
        }
        lastRefusal = "its services can't be read";
      }
      if (System.nanoTime() - untilNanos >= 0) {
        throw lost(lastRefusal.isEmpty() ? BleWords.notInReach() : BleWords.noAnswer(lastRefusal));
      }
      Thread.sleep(PAUSE.toMillis());
    }
  }

  private BluezObject find(long untilNanos) throws LinkLostException, InterruptedException {
    while (true) {
      long seen = bluez.objects().changes();
      Optional<BluezObject> known = known();
      if (known.isPresent()) {
        return known.get();
      }
      if (System.nanoTime() - untilNanos >= 0) {
        throw lost(BleWords.notInReach());
      }
      radio.look();
      bluez.objects().awaitChange(seen, untilNanos);
    }
  }

  private Optional<BluezObject> known() throws LinkLostException {
    radio.adapters();
    return name.among(bluez.objects().all(Bluez.DEVICE));
  }

  /** Asks bluetoothd to connect the device, which it does as soon as it hears it, and waits for that. */
  private boolean isConnected(String path, long untilNanos) throws LinkLostException {
    if (bluez.objects().is(path, "Connected")) {
      return true;
    }
    try {
      Duration left = Duration.ofNanos(Math.max(1_000_000, untilNanos - System.nanoTime()));
      asked = path;
      bluez.call(path, Bluez.DEVICE, "Connect", left.compareTo(CONNECT_PATIENCE) < 0 ? left : CONNECT_PATIENCE, "");
      bluez.reread(); // that a device it has just met is connected was not always heard of
      return true;
    } catch (BluezException refused) {
      radio.adapters();
      lastRefusal = refused.reason();
      return switch (refused.kind()) {
        case "AlreadyConnected" -> true;
        case "AccessDenied" -> throw new LinkLostException(BleWords.notAllowed(), refused);
        default -> false;
      };
    }
  }

  /** Nobody wants the device any more: bluetoothd, too, stops waiting for it. */
  void giveUp() {
    if (!asked.isEmpty()) {
      bluez.letGo(asked);
    }
  }

  private LinkLostException lost(String words) {
    return new LinkLostException(name.asSensor() + " " + words);
  }
}
