package io.flatback.link.ble;

import io.flatback.Tools;
import java.io.IOException;
import java.nio.file.Path;

/** A D-Bus daemon of the test's own. */
public final class PrivateBus implements AutoCloseable {
  private final Process daemon;
  private final SystemBus address;

  public PrivateBus(Path directory) throws IOException {
    Tools.require("dbus-daemon", "apt install dbus-daemon");
    daemon =
        new ProcessBuilder(
                "dbus-daemon", "--session", "--nofork", "--nopidfile", "--nosyslog", "--print-address=1",
                "--address=unix:path=" + directory.resolve("bus"))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    address = new SystemBus(String.valueOf(daemon.inputReader().readLine()));
  }

  public SystemBus address() {
    return address;
  }

  @Override
  public void close() {
    daemon.destroyForcibly().onExit().join();
  }
}
