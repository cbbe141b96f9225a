package io.flatback.link.ble;

import io.flatback.link.ByteLink;
import io.flatback.link.LinkLostException;
import io.flatback.link.LinkOpener;
import java.time.Duration;

/**
 * Opens one device by Bluetooth LE, as often as it is needed anew. Says soon when the device can't be found, and is
 * patient from then on: it waits for the device, so that it is connected as soon as it is back. One thread.
 */
public final class BleLinkOpener implements LinkOpener {
  /** own: advertisements come every 0.1 to 1 s, and some are not heard. */
  private static final Duration FIRST_PATIENCE = Duration.ofSeconds(8);

  private static final Duration NEXT_PATIENCE = Duration.ofSeconds(60);

  private final SystemBus bus;
  private final BleName name;
  private final GattProfile profile;
  private boolean said;

  /** @param device its name or address */
  public BleLinkOpener(SystemBus bus, String device, GattProfile profile) {
    this.bus = bus;
    this.name = new BleName(device);
    this.profile = profile;
  }

  @Override
  public ByteLink open() throws LinkLostException {
    Bluez bluez = Bluez.open(bus);
    BleConnector connector = new BleConnector(bluez, name);
    try {
      Notifications notifications = new Notifications();
      String devicePath = connector.connect(said ? NEXT_PATIENCE : FIRST_PATIENCE);
      GattChannel channel = new BleSubscriber(bluez, name, profile).subscribe(devicePath, notifications::offer);
      said = false;
      return new BleLink(name, bluez, devicePath, channel, notifications);
    } catch (InterruptedException closing) {
      connector.giveUp();
      bluez.close();
      Thread.currentThread().interrupt();
      throw new LinkLostException(name.asSensor() + " " + BleWords.interrupted(), closing);
    } catch (LinkLostException | RuntimeException refused) {
      said = true;
      if (Thread.currentThread().isInterrupted()) {
        connector.giveUp();
      }
      bluez.close();
      throw refused;
    }
  }
}
