package io.flatback.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The machine as its files show it.
 *
 * @param root {@code /}, or where a test has laid out another machine
 */
record FilesOfMachine(Path root) implements Machine {
  static final Machine THIS = new FilesOfMachine(Path.of("/"));

  /** Not normalised: {@code ..} behind a link is the parent of what it leads to, as the kernel sees it. */
  private Path at(String path) {
    return Path.of(root + "/" + path);
  }

  @Override
  public Optional<String> text(String path) {
    try {
      return Files.isRegularFile(at(path)) ? Optional.of(Files.readString(at(path)).stripTrailing()) : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  @Override
  public List<String> names(String directory) {
    try (Stream<Path> files = Files.list(at(directory))) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    } catch (IOException notThere) {
      return List.of();
    }
  }

  @Override
  public boolean exists(String path) {
    return Files.exists(at(path));
  }

  @Override
  public boolean mayUse(String device) {
    return Files.isReadable(at(device)) && Files.isWritable(at(device));
  }

  @Override
  public Optional<String> group(String device) {
    try {
      return Optional.of(Files.readAttributes(at(device), PosixFileAttributes.class).group().getName());
    } catch (IOException | UnsupportedOperationException unknown) {
      return Optional.empty();
    }
  }
}
