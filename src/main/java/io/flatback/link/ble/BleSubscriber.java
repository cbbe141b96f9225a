package io.flatback.link.ble;

import io.flatback.link.LinkLostException;
import java.util.function.Consumer;

/**
 * Subscribes to a connected device, and bonds with it on the way if it wants that. One per conversation, one thread.
 *
 * <p>A device that wants a bond turns the subscription down; bluetoothd then raises security by itself and tries
 * again, which ends in a bond if there is an agent for this machine. Without one, or where somebody else's agent says
 * no, the device hangs up, and it is left to us to ask for the bond.
 */
final class BleSubscriber {
  private final Bluez bluez;
  private final BleName name;
  private final GattProfile profile;
  private final BlePairing pairing;

  BleSubscriber(Bluez bluez, BleName name, GattProfile profile) {
    this.bluez = bluez;
    this.name = name;
    this.profile = profile;
    this.pairing = new BlePairing(bluez, name);
  }

  /** @param heard as {@link Bluez#hearValues} */
  GattChannel subscribe(String path, Consumer<byte[]> heard) throws LinkLostException, InterruptedException {
    GattChannel channel = channel(path);
    bluez.hearValues(channel.notifyPath(), heard);
    if (bluez.objects().is(path, "Paired")) {
      return subscribeBonded(path, channel);
    }
    pairing.allow(path);
    GattChannel subscribed = subscribeOrBond(path, channel, heard);
    pairing.allowNoMore();
    bluez.reread();
    if (bluez.objects().is(path, "Paired")) {
      pairing.trust(path);
    }
    return subscribed;
  }

  private GattChannel subscribeBonded(String path, GattChannel channel) throws LinkLostException {
    try {
      return startNotify(path, channel);
    } catch (BluezException refused) {
      if (BlePairing.isWanted(refused)) {
        pairing.pair(device(path));
      }
      throw lost(BleWords.notSubscribed(refused.reason()));
    }
  }

  private GattChannel subscribeOrBond(String path, GattChannel channel, Consumer<byte[]> heard)
      throws LinkLostException, InterruptedException {
    try {
      return startNotify(path, channel);
    } catch (BluezException refused) {
      if (!BlePairing.isWanted(refused) && !hasHungUp(path)) {
        throw lost(BleWords.notSubscribed(refused.reason()));
      }
    }
    pairing.pair(device(path));
    bluez.reread();
    if (!bluez.objects().awaitServices(path)) {
      throw lost(BleWords.disconnected());
    }
    GattChannel bonded = channel(path);
    if (!bonded.notifyPath().equals(channel.notifyPath())) {
      bluez.hearValues(bonded.notifyPath(), heard);
    }
    try {
      return startNotify(path, bonded);
    } catch (BluezException refused) {
      throw lost(BleWords.notSubscribed(refused.reason()));
    }
  }

  private boolean hasHungUp(String path) throws LinkLostException, InterruptedException {
    bluez.reread();
    return bluez.objects().awaitHangUp(path);
  }

  private GattChannel channel(String path) throws LinkLostException {
    return GattChannel.of(bluez.objects(), path, profile, name);
  }

  /** The packet's size is known once connected, while a bonded device's services are known before that. */
  private GattChannel startNotify(String path, GattChannel channel) throws BluezException, LinkLostException {
    bluez.call(channel.notifyPath(), Bluez.CHARACTERISTIC, "StartNotify", Bluez.SOON, "");
    bluez.refresh(channel.notifyPath(), Bluez.CHARACTERISTIC);
    return channel(path);
  }

  private BluezObject device(String path) throws LinkLostException {
    return bluez.objects().get(path, Bluez.DEVICE).orElseThrow(() -> lost(BleWords.disconnected()));
  }

  private LinkLostException lost(String words) {
    return new LinkLostException(name.asSensor() + " " + words);
  }
}
