package io.flatback.cli;

import io.flatback.link.HostClock;
import io.flatback.link.SerialLink;
import io.flatback.link.SerialPorts;
import io.flatback.link.ble.SystemBus;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serial ports in reach and what answers there, and sensors in reach by Bluetooth. */
@Command(
    name = "sensors",
    description = "List serial ports, which sensor answers there, its battery, and sensors in reach by Bluetooth.",
    mixinStandardHelpOptions = true)
final class SensorsCommand implements Callable<Integer> {
  private static final int MOST_AT_ONCE = 16;

  private final Terminal terminal;

  @Option(names = "--baud", paramLabel = "N", description = "Speed of the ports (default: ${DEFAULT-VALUE}).")
  private int baud = SerialLink.DEFAULT_BAUD;

  SensorsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws OutputException, InterruptedException {
    List<SerialPorts.Port> ports = SerialPorts.list();
    if (ports.isEmpty()) {
      terminal.print("No serial port: plug a sensor in by USB.\n");
    } else {
      terminal.err().println("asking " + ports.size() + " serial ports, about two seconds …");
      print(ports);
    }
    terminal.err().println("listening for Bluetooth sensors, five seconds …");
    terminal.print(new BluetoothList(SystemBus.ofMachine(), BluetoothList.DURATION).text());
    return ExitCode.DONE.number();
  }

  private void print(List<SerialPorts.Port> ports) throws OutputException, InterruptedException {
    try (ExecutorService asking = Executors.newFixedThreadPool(Math.min(ports.size(), MOST_AT_ONCE))) {
      List<Future<String>> answers = new ArrayList<>();
      for (SerialPorts.Port port : ports) {
        answers.add(asking.submit(() -> new PortProbe(port.path(), baud, HostClock.SYSTEM).ask()));
      }
      for (int i = 0; i < ports.size(); i++) {
        SerialPorts.Port port = ports.get(i);
        terminal.print(String.format("serial:%-20s %s (%s)%n", port.path(), answer(answers.get(i)), port.description()));
      }
    }
  }

  private static String answer(Future<String> answer) throws InterruptedException {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      return Complaint.of(e.getCause() == null ? e : e.getCause()).line();
    }
  }
}
