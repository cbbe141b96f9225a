package io.flatback.cli;

import io.flatback.cli.doctor.Examination;
import io.flatback.web.Finding;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What on this machine would stop flatback, each with its remedy. */
@Command(
    name = "doctor",
    description = "Check this machine: Java, disk, clock, ports and who else takes them, Bluetooth; each with its remedy.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(names = "--data", paramLabel = "DIR", description = "Where recordings are to be kept (default: here).")
  private Path data = Path.of("");

  DoctorCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws OutputException {
    Neighbourhood here = Neighbourhood.ofMachine();
    StringBuilder text = new StringBuilder();
    new Examination(data, here.ports(), here.bus()).findings().forEach(finding -> text.append(line(finding)));
    terminal.print(text.toString());
    return ExitCode.DONE.number();
  }

  private static String line(Finding finding) {
    String remedy = finding.remedy().isEmpty() ? "" : ": " + finding.remedy();
    return String.format("%-5s %-12s %s%s%n", finding.good() ? "ok" : "CHECK", finding.subject(), finding.text(), remedy);
  }
}
