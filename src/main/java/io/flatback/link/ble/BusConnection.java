package io.flatback.link.ble;

import io.flatback.link.LinkLostException;
import java.io.IOException;
import org.freedesktop.dbus.connections.IDisconnectCallback;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.AddressResolvingException;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;

/** Gets onto the message bus, or says why not. */
final class BusConnection {
  /** The library tries again every half second; one try is enough, as whoever asks comes again. */
  private static final int ONE_TRY_MILLIS = 500;

  private BusConnection() {}

  /** @param objects told when the bus goes away */
  static DBusConnection open(SystemBus bus, BluezObjects objects) throws LinkLostException {
    bus.requireThere();
    try {
      return DBusConnectionBuilder.forAddress(bus.first())
          .withShared(false)
          .withDisconnectCallback(new EndOfBus(objects))
          .transportConfig()
          .withTimeout(ONE_TRY_MILLIS)
          .back()
          .build();
    } catch (AddressResolvingException noMachineId) {
      throw new LinkLostException(BleWords.noMachineId(), noMachineId);
    } catch (DBusException | DBusExecutionException | IllegalArgumentException refused) {
      throw new LinkLostException(BleWords.busRefused(String.valueOf(refused.getMessage())), refused);
    }
  }

  private record EndOfBus(BluezObjects objects) implements IDisconnectCallback {
    @Override
    public void disconnectOnError(IOException error) {
      objects.end(BleWords.busGone());
    }

    @Override
    public void clientDisconnect() {
      objects.end(BleWords.busGone());
    }
  }
}
