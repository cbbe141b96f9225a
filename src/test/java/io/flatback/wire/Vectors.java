package io.flatback.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The protocol vectors of firmware-protocol/vectors: shared with the firmware, written by another encoder. */
final class Vectors {
  private static final Path DIRECTORY = Path.of("firmware-protocol", "vectors");

  private Vectors() {}

  /** One stream of bytes and what it holds. */
  record Vector(String name, byte[] bytes, boolean canonical, List<JsonNode> events) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Vector> all() {
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().map(Vectors::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Vector read(Path json) {
    String name = json.getFileName().toString().replace(".json", "");
    JsonNode root = JsonMapper.shared().readTree(json.toFile());
    try {
      String hex = Files.readString(DIRECTORY.resolve(name + ".hex")).replaceAll("\\s", "");
      return new Vector(
          name,
          HexFormat.of().parseHex(hex),
          root.get("canonical").asBoolean(),
          root.get("events").valueStream().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
