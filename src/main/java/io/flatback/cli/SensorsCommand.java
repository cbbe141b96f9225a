package io.flatback.cli;

import io.flatback.cli.reach.Manner;
import io.flatback.cli.reach.PortAnswer;
import io.flatback.cli.reach.PortProbe;
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
import picocli.CommandLine.Parameters;

/** Serial ports in reach and what answers there, and sensors in reach by Bluetooth. */
@Command(
    name = "sensors",
    description = {
      "List serial ports, which sensor answers there, and its battery, and sensors in reach by Bluetooth.",
      "Listens first; sends a short question (GET_HELLO) only to a port on which nothing is heard."
    },
    mixinStandardHelpOptions = true)
final class SensorsCommand implements Callable<Integer> {
  private static final int MOST_AT_ONCE = 16;

  private final Terminal terminal;

  @Parameters(arity = "0..*", paramLabel = "PORT", description = "Ports to ask, e.g. /dev/ttyUSB0; all unless told.")
  private List<String> paths = new ArrayList<>();

  @Option(names = "--baud", paramLabel = "N", description = "Speed of the ports (default: ${DEFAULT-VALUE}).")
  private int baud = SerialLink.DEFAULT_BAUD;

  @Option(names = "--listen", description = "Send nothing at all.")
  private boolean listen;

  @Option(names = "--ask", description = "Ask also where something unknown speaks, and ping x-IMU3.")
  private boolean ask;

  SensorsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws OutputException, InterruptedException {
    if (listen && ask) {
      throw new UsageException("--listen sends nothing and --ask asks everybody: give one of them");
    }
    List<SerialPorts.Port> ports =
        paths.isEmpty() ? SerialPorts.list() : paths.stream().map(path -> new SerialPorts.Port(path, "")).toList();
    if (ports.isEmpty()) {
      terminal.print("No serial port: plug a sensor in by USB.\n");
    } else {
      terminal.err().println("asking " + ports.size() + (ports.size() == 1 ? " serial port" : " serial ports") + ", about three seconds …");
      print(ports);
    }
    terminal.err().println("listening for Bluetooth sensors, five seconds …");
    terminal.print(new BluetoothList(SystemBus.ofMachine(), BluetoothList.DURATION).text());
    return ExitCode.DONE.number();
  }

  private Manner manner() {
    return listen ? Manner.LISTEN : ask ? Manner.INSISTENT : Manner.POLITE;
  }

  private void print(List<SerialPorts.Port> ports) throws OutputException, InterruptedException {
    try (ExecutorService asking = Executors.newFixedThreadPool(Math.min(ports.size(), MOST_AT_ONCE))) {
      List<Future<PortAnswer>> answers = new ArrayList<>();
      for (SerialPorts.Port port : ports) {
        answers.add(asking.submit(() -> new PortProbe(port.path(), baud, manner(), HostClock.SYSTEM).ask()));
      }
      for (int i = 0; i < ports.size(); i++) {
        SerialPorts.Port port = ports.get(i);
        String name = port.description().isEmpty() ? "" : " (" + port.description() + ")";
        terminal.print(String.format("serial:%-20s %s%s%n", port.path(), answer(answers.get(i)), name));
      }
    }
  }

  private static String answer(Future<PortAnswer> answer) throws InterruptedException {
    try {
      return answer.get().text();
    } catch (ExecutionException e) {
      return Complaint.of(e.getCause() == null ? e : e.getCause()).line();
    }
  }
}
