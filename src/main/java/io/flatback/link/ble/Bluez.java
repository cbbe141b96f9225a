package io.flatback.link.ble;

import io.flatback.link.LinkLostException;
import io.flatback.link.PatientClose;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.Error;
import org.freedesktop.dbus.messages.Message;
import org.freedesktop.dbus.messages.MethodCall;
import org.freedesktop.dbus.messages.constants.Flags;

/**
 * One conversation with bluetoothd, on a connection to the bus of its own: when that is closed, bluetoothd forgets
 * what was asked over it, so that nothing can be subscribed to twice. Calls from any thread; {@link #close} once.
 */
final class Bluez implements AutoCloseable {
  static final String NAME = "org.bluez";
  static final String ROOT = "/org/bluez";
  static final String ADAPTER = "org.bluez.Adapter1";
  static final String DEVICE = "org.bluez.Device1";
  static final String BATTERY = "org.bluez.Battery1";
  static final String SERVICE = "org.bluez.GattService1";
  static final String CHARACTERISTIC = "org.bluez.GattCharacteristic1";
  static final String AGENT_MANAGER = "org.bluez.AgentManager1";
  static final String PROPERTIES = "org.freedesktop.DBus.Properties";
  static final String OBJECT_MANAGER = "org.freedesktop.DBus.ObjectManager";

  private static final String BUS = "org.freedesktop.DBus";
  private static final String BUS_PATH = "/org/freedesktop/DBus";
  /** own: bluetoothd answers within milliseconds what it need not ask a device. */
  static final Duration SOON = Duration.ofSeconds(5);

  private final DBusConnection connection;
  private final BluezObjects objects;
  private final BluezSignals signals;
  private final PatientClose closing;
  private volatile String unwanted = "";

  private Bluez(DBusConnection connection, BluezObjects objects, BluezSignals signals) {
    this.connection = connection;
    this.objects = objects;
    this.signals = signals;
    this.closing = new PatientClose("the conversation with bluetoothd", this::hangUp);
  }

  /** @throws LinkLostException when there is no bus, no bluetoothd, or neither may be used */
  static Bluez open(SystemBus bus) throws LinkLostException {
    BluezObjects objects = new BluezObjects();
    DBusConnection connection = BusConnection.open(bus, objects);
    Bluez bluez = new Bluez(connection, objects, new BluezSignals(connection, objects));
    try {
      bluez.begin();
      return bluez;
    } catch (LinkLostException refused) {
      bluez.close();
      throw refused;
    }
  }

  private void begin() throws LinkLostException {
    try {
      signals.listen();
      signals.from(String.valueOf(call(BUS, BUS_PATH, BUS, "GetNameOwner", SOON, "s", NAME)[0]));
      readAll();
    } catch (BluezException refused) {
      throw new LinkLostException(
          switch (refused.kind()) {
            case "NameHasNoOwner", "ServiceUnknown" -> BleWords.noDaemon();
            case "AccessDenied" -> BleWords.notAllowed();
            default -> BleWords.daemonFailed(refused.reason());
          },
          refused);
    }
  }

  private void readAll() throws BluezException, LinkLostException {
    Object[] whole = call(NAME, "/", OBJECT_MANAGER, "GetManagedObjects", SOON, "");
    objects.load(BluezSignals.objects(whole[0]));
  }

  BluezObjects objects() {
    return objects;
  }

  /**
   * Asks for all objects anew: not every change is told, and an answer overtakes the signals before it, so that one
   * object asked for alone would be ahead of the others.
   */
  void reread() throws LinkLostException {
    try {
      readAll();
    } catch (BluezException refused) {
      throw new LinkLostException(BleWords.daemonFailed(refused.reason()), refused);
    }
  }

  /** Calls a method of one of bluetoothd's objects and waits for the answer. */
  Object[] call(String path, String interfaceName, String method, Duration patience, String signature, Object... args)
      throws BluezException, LinkLostException {
    return call(NAME, path, interfaceName, method, patience, signature, args);
  }

  /** Asks for all that one of its objects is now, alone. An object that is gone stays as it was. */
  void refresh(String path, String interfaceName) throws LinkLostException {
    try {
      Object[] all = call(path, PROPERTIES, "GetAll", SOON, "s", interfaceName);
      objects.changed(path, interfaceName, DBusValues.map(all[0]), List.of());
    } catch (BluezException gone) {
      // Its removal is told.
    }
  }

  private Object[] call(
      String to, String path, String interfaceName, String method, Duration patience, String signature, Object... args)
      throws BluezException, LinkLostException {
    try {
      MethodCall call =
          connection.getMessageFactory().createMethodCall(
              null, to, path, interfaceName, method, Flags.NO_AUTO_START, signature.isEmpty() ? null : signature, args);
      connection.sendMessage(call);
      return answer(call.getReply(patience.toMillis()));
    } catch (DBusException | DBusExecutionException failed) {
      String ended = objects.ended();
      if (ended != null) {
        throw new LinkLostException(ended, failed);
      }
      throw new BluezException(failed.getClass().getName(), String.valueOf(failed.getMessage()));
    }
  }

  private Object[] answer(Message reply) throws DBusException, BluezException, LinkLostException {
    String ended = objects.ended();
    if (ended != null) {
      throw new LinkLostException(ended);
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new LinkLostException("Bluetooth " + BleWords.interrupted());
    }
    if (reply == null) {
      throw new BluezException("NoReply", "no answer in time");
    }
    Object[] values = reply.getParameters();
    Object[] none = {};
    if (reply instanceof Error error) {
      throw new BluezException(error.getName(), values == null || values.length == 0 ? "" : String.valueOf(values[0]));
    }
    return values == null ? none : values;
  }

  /**
   * Hears what a characteristic notifies, from now on; to be called once per conversation.
   *
   * @param heard called on the bus's thread: quick, and never throws
   */
  void hearValues(String path, Consumer<byte[]> heard) throws LinkLostException {
    signals.hearValues(path, heard);
  }

  /** Offers an object of ours for bluetoothd to call. */
  void offer(String path, DBusInterface object) throws LinkLostException {
    try {
      connection.exportObject(path, object);
    } catch (DBusException refused) {
      throw new LinkLostException(BleWords.busRefused(String.valueOf(refused.getMessage())), refused);
    }
  }

  /** On closing, a device is to be disconnected, or no longer waited for. */
  void letGo(String devicePath) {
    unwanted = devicePath;
  }

  @Override
  public void close() {
    objects.end("Bluetooth " + BleWords.closed());
    closing.close();
  }

  private void hangUp() {
    try {
      if (!unwanted.isEmpty()) {
        call(unwanted, DEVICE, "Disconnect", SOON, "");
      }
    } catch (BluezException | LinkLostException alreadyGone) {
      // All that was wanted.
    } finally {
      connection.disconnect();
    }
  }
}
