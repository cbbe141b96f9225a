package org.bluez;

import org.freedesktop.dbus.exceptions.DBusExecutionException;

/** What bluetoothd answers when it will not; the library makes the D-Bus name of an error from its class. */
public final class Error {
  private Error() {}

  public static final class NotReady extends DBusExecutionException {
    private static final long serialVersionUID = 1L;

    public NotReady(String message) {
      super(message);
    }
  }

  public static final class Failed extends DBusExecutionException {
    private static final long serialVersionUID = 1L;

    public Failed(String message) {
      super(message);
    }
  }

  public static final class InProgress extends DBusExecutionException {
    private static final long serialVersionUID = 1L;

    public InProgress(String message) {
      super(message);
    }
  }

  public static final class NotPermitted extends DBusExecutionException {
    private static final long serialVersionUID = 1L;

    public NotPermitted(String message) {
      super(message);
    }
  }

  public static final class AuthenticationFailed extends DBusExecutionException {
    private static final long serialVersionUID = 1L;

    public AuthenticationFailed(String message) {
      super(message);
    }
  }
}
