package io.flatback.cli.doctor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who runs flatback, and which groups that gives it. A group that was joined after the log-in is in the machine's
 * list, and not yet in this process.
 *
 * @param name as he logs in
 * @param groups by the machine's list
 * @param groupsNow that this process has
 */
record User(String name, Set<String> groups, Set<String> groupsNow) {
  private static final String STATUS = "/proc/self/status";

  User {
    groups = Set.copyOf(groups);
    groupsNow = Set.copyOf(groupsNow);
  }

  static User of(Machine machine) {
    List<String> status = lines(machine, STATUS);
    List<String> uids = numbers(status, "Uid:");
    List<String> gids = Stream.concat(numbers(status, "Gid:").stream().limit(1), numbers(status, "Groups:").stream()).toList();
    String name =
        uids.isEmpty() ? fallback() : nameOf(machine, uids.getFirst()).orElse(fallback());
    List<String[]> all = lines(machine, "/etc/group").stream().map(line -> line.split(":", -1)).filter(g -> g.length >= 4).toList();
    return new User(
        name,
        all.stream().filter(g -> Arrays.asList(g[3].split(",", -1)).contains(name)).map(g -> g[0]).collect(Collectors.toSet()),
        all.stream().filter(g -> gids.contains(g[2])).map(g -> g[0]).collect(Collectors.toSet()));
  }

  private static String fallback() {
    return System.getProperty("user.name", "$USER");
  }

  private static List<String> lines(Machine machine, String path) {
    return machine.text(path).orElse("").lines().toList();
  }

  private static List<String> numbers(List<String> status, String key) {
    return status.stream()
        .filter(line -> line.startsWith(key))
        .flatMap(line -> Arrays.stream(line.substring(key.length()).strip().split("\\s+", -1)))
        .filter(number -> !number.isEmpty())
        .toList();
  }

  private static Optional<String> nameOf(Machine machine, String uid) {
    return lines(machine, "/etc/passwd").stream()
        .map(line -> line.split(":", -1))
        .filter(fields -> fields.length > 2 && fields[2].equals(uid))
        .map(fields -> fields[0])
        .findFirst();
  }
}
