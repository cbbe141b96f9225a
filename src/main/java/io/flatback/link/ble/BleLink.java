package io.flatback.link.ble;

import io.flatback.link.ByteLink;
import io.flatback.link.LinkLostException;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

/**
 * A connected device that has been subscribed to; a read gives one notification, which is one whole frame, or a piece
 * of one where the device's packets are too small.
 */
public final class BleLink implements ByteLink {
  private static final long READ_WAIT_MILLIS = 200;

  private final BleName name;
  private final Bluez bluez;
  private final String devicePath;
  private final GattChannel channel;
  private final Notifications notifications;
  private long pieces;

  BleLink(BleName name, Bluez bluez, String devicePath, GattChannel channel, Notifications notifications) {
    this.name = name;
    this.bluez = bluez;
    this.devicePath = devicePath;
    this.channel = channel;
    this.notifications = notifications;
    bluez.objects().watch(this::watch);
  }

  /** Called by whoever changes the objects. */
  private void watch() {
    String reason = reasonOfLoss();
    if (reason != null) {
      notifications.end(reason);
    }
  }

  private @Nullable String reasonOfLoss() {
    BluezObjects objects = bluez.objects();
    String ended = objects.ended();
    if (ended != null) {
      return ended;
    }
    boolean connected = objects.get(devicePath, Bluez.DEVICE).map(one -> one.is("Connected")).orElse(false);
    boolean served = objects.get(channel.notifyPath(), Bluez.CHARACTERISTIC).isPresent();
    return connected && served ? null : name.asSensor() + " " + BleWords.disconnected();
  }

  @Override
  public int read(byte[] buffer) throws LinkLostException {
    try {
      int length = notifications.take(buffer, READ_WAIT_MILLIS);
      pieces += channel.isPiece(length) ? 1 : 0;
      if (length > 0 || notifications.ended() == null) {
        return length;
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      throw new LinkLostException(name.asSensor() + " " + BleWords.interrupted(), closing);
    }
    close();
    throw new LinkLostException(String.valueOf(notifications.ended()));
  }

  /** In pieces that fit a packet. */
  @Override
  public void write(byte[] bytes) throws LinkLostException {
    int room = channel.roomBytes();
    for (int from = 0; from < bytes.length; from += room) {
      send(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + room)));
    }
  }

  private void send(byte[] piece) throws LinkLostException {
    String ended = notifications.ended();
    if (ended != null) {
      throw new LinkLostException(ended);
    }
    try {
      bluez.call(channel.writePath(), Bluez.CHARACTERISTIC, "WriteValue", Bluez.SOON, "aya{sv}",
          piece, Map.of("type", new Variant<>(channel.answered() ? "request" : "command")));
    } catch (BluezException refused) {
      throw new LinkLostException(name.asSensor() + " " + BleWords.notWritten(refused.reason()), refused);
    }
  }

  /** Of a packet over the air; 0 where bluetoothd does not tell. A frame longer than that less three is cut. */
  public int mtuBytes() {
    return channel.mtuBytes();
  }

  @Override
  public @Nullable Integer batteryPercent() {
    OptionalInt percent = bluez.objects().batteryPercent(devicePath);
    return percent.isPresent() ? Integer.valueOf(percent.getAsInt()) : null;
  }

  /** Mostly absent: bluetoothd measures it while it looks for devices. */
  @Override
  public @Nullable Integer signalDbm() {
    OptionalInt dbm = bluez.objects().get(devicePath, Bluez.DEVICE).map(one -> one.number("RSSI")).orElse(OptionalInt.empty());
    return dbm.isPresent() ? Integer.valueOf(dbm.getAsInt()) : null;
  }

  /** Read by the thread that reads. */
  @Override
  public String note() {
    return pieces == 0 ? "" : BleWords.inPieces(channel.roomBytes(), channel.wholeBytes(), pieces);
  }

  @Override
  public String address() {
    return name.asSensor();
  }

  /** Lets the device go, so that it sleeps, or speaks to another. */
  @Override
  public void close() {
    if (notifications.ended() == null) {
      bluez.letGo(devicePath);
      notifications.end(name.asSensor() + " " + BleWords.closed());
    }
    bluez.close();
  }
}
