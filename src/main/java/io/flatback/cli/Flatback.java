package io.flatback.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Entry point: finds the command, runs it, and turns whatever went wrong into one line and an exit code. */
@Command(
    name = "flatback",
    description = "Tells a lifter, rep by rep, what has changed since the first good reps.",
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    mixinStandardHelpOptions = true)
public final class Flatback implements Callable<Integer> {
  private static final int USAGE_WIDTH = 100;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Print what exactly went wrong where a fault occurs.")
  private boolean debug;

  private Flatback() {}

  public static void main(String[] args) {
    System.exit(run(Terminal.ofProcess(), args));
  }

  static int run(Terminal terminal, String... args) {
    Flatback root = new Flatback();
    CommandLine line = new CommandLine(root);
    commands(terminal).forEach(line::addSubcommand);
    line.getCommandSpec().version("flatback " + Version.get());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpWidth(USAGE_WIDTH);
    line.setOut(terminal.outWriter());
    line.setErr(terminal.errWriter());
    line.setParameterExceptionHandler((wrong, given) -> usage(terminal, wrong));
    line.setExecutionExceptionHandler((wrong, command, parsed) -> root.complain(terminal, wrong));
    int code = line.execute(args);
    return code == 0 && terminal.out().checkError() ? ExitCode.DISK.number() : code;
  }

  /** In the order in which they are listed. */
  private static List<Object> commands(Terminal terminal) {
    return List.of(
        new DemoCommand(terminal),
        new ServeCommand(terminal),
        new AnalyzeCommand(terminal),
        new CompareCommand(terminal),
        new RecordCommand(terminal),
        new ImportCommand(terminal),
        new CalibrateCommand(terminal),
        new SensorsCommand(terminal),
        new SimulateCommand(terminal),
        new EvaluateCommand(terminal),
        new DoctorCommand(terminal));
  }

  /** Alone: the commands, with a line each. */
  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitCode.DONE.number();
  }

  private static int usage(Terminal terminal, ParameterException wrong) {
    String command = wrong.getCommandLine().getCommandSpec().qualifiedName(" ");
    Optional<String> better =
        wrong instanceof CommandLine.UnmatchedArgumentException unmatched
            ? unmatched.getSuggestions().stream().findFirst()
            : Optional.empty();
    String hint = better.map(name -> "did you mean '" + name + "'? ").orElse("");
    terminal.complain(wrong.getMessage() + ": " + hint + "see '" + command + " --help'");
    return ExitCode.USAGE.number();
  }

  private int complain(Terminal terminal, Exception wrong) {
    Complaint complaint = Complaint.of(wrong);
    terminal.complain(complaint.line());
    if (debug) {
      wrong.printStackTrace(terminal.err());
    }
    return complaint.code().number();
  }
}
