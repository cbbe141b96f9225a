package io.flatback.cli.doctor;

import java.util.List;
import java.util.Optional;

/** What can be seen of a machine by looking. Paths as the machine itself has them, e.g. {@code /etc/group}. Any thread. */
interface Machine {
  /** Without the last line's end; empty where there is no such file, or it may not be read. */
  Optional<String> text(String path);

  /** Sorted; none where there is no such directory. */
  List<String> names(String directory);

  boolean exists(String path);

  /** This process may read and write it. */
  boolean mayUse(String device);

  /** That owns it. */
  Optional<String> group(String device);

  /** By the name that {@code ps} shows. */
  default boolean runs(String program) {
    return names("/proc").stream()
        .filter(name -> name.chars().allMatch(Character::isDigit))
        .anyMatch(process -> text("/proc/" + process + "/comm").filter(program::equals).isPresent());
  }
}
