package io.flatback.link.ble;

import io.flatback.link.LinkLostException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The way from a name to a device that sends: find it, connect it, learn its services, bond if it wants that,
 * subscribe. One per conversation, one thread.
 */
final class BleConnector {
  /** own: bluetoothd needs one to three seconds for a device it has not met. */
  private static final Duration SERVICES_PATIENCE = Duration.ofSeconds(10);

  /** bluetoothd itself gives up after some twenty seconds. */
  private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(25);

  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Bluez bluez;
  private final BleName name;
  private final GattProfile profile;
  private final BleRadio radio;
  private String lastRefusal = "";
  private String asked = "";

  BleConnector(Bluez bluez, BleName name, GattProfile profile) {
    this.bluez = bluez;
    this.name = name;
    this.profile = profile;
    this.radio = new BleRadio(bluez);
  }

  /** @return the path of the device, connected and with its services known */
  String connect(Duration patience) throws LinkLostException, InterruptedException {
    long untilNanos = System.nanoTime() + patience.toNanos();
    while (true) {
      BluezObject device = find(untilNanos);
      radio.stopLooking();
      if (isConnected(device.path(), untilNanos) && hasServices(device.path())) {
        return device.path();
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
    if (is(path, "Connected")) {
      return true;
    }
    try {
      Duration left = Duration.ofNanos(Math.max(1_000_000, untilNanos - System.nanoTime()));
      asked = path;
      bluez.call(path, Bluez.DEVICE, "Connect", left.compareTo(CONNECT_PATIENCE) < 0 ? left : CONNECT_PATIENCE, "");
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

  private boolean hasServices(String path) throws LinkLostException, InterruptedException {
    long untilNanos = System.nanoTime() + SERVICES_PATIENCE.toNanos();
    boolean wasConnected = false;
    while (true) {
      long seen = bluez.objects().changes();
      if (is(path, "ServicesResolved")) {
        return true;
      }
      boolean connected = is(path, "Connected");
      if ((wasConnected && !connected) || System.nanoTime() - untilNanos >= 0) {
        lastRefusal = "its services can't be read";
        return false;
      }
      wasConnected = connected;
      bluez.objects().awaitChange(seen, untilNanos);
    }
  }

  private boolean is(String path, String property) {
    return bluez.objects().get(path, Bluez.DEVICE).map(one -> one.is(property)).orElse(false);
  }

  /** @param heard as {@link Bluez#hearValues} */
  GattChannel subscribe(String path, Consumer<byte[]> heard) throws LinkLostException {
    GattChannel channel = GattChannel.of(bluez.objects(), path, profile, name);
    bluez.hearValues(channel.notifyPath(), heard);
    try {
      startNotify(channel);
    } catch (BluezException refused) {
      if (!BlePairing.isWanted(refused)) {
        throw lost(BleWords.notSubscribed(refused.reason()));
      }
      bondAndSubscribe(path, channel);
    }
    return channel;
  }

  private void bondAndSubscribe(String path, GattChannel channel) throws LinkLostException {
    BluezObject device =
        bluez.objects().get(path, Bluez.DEVICE).orElseThrow(() -> lost(BleWords.disconnected()));
    new BlePairing(bluez, name).pair(device);
    try {
      startNotify(channel);
    } catch (BluezException refused) {
      throw lost(BleWords.notSubscribed(refused.reason()));
    }
  }

  private void startNotify(GattChannel channel) throws BluezException, LinkLostException {
    bluez.call(channel.notifyPath(), Bluez.CHARACTERISTIC, "StartNotify", Bluez.SOON, "");
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
