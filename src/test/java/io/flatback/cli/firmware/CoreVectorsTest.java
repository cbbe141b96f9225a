package io.flatback.cli.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The firmware's core reads the vectors of the protocol as their JSON says, as {@code wire} does in Java. */
class CoreVectorsTest {
  private static final Path VECTORS = Firmware.SOURCES.resolve("vectors");
  private static final JsonMapper JSON = JsonMapper.shared();
  private static Path spell;

  @BeforeAll
  static void build() throws Exception {
    Firmware.needHostCompiler();
    spell = Firmware.build("spell");
  }

  static List<String> vectors() {
    try (Stream<Path> files = Files.list(VECTORS)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .map(name -> name.replace(".json", ""))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode json(String name) {
    return JSON.readTree(VECTORS.resolve(name + ".json").toFile());
  }

  private static byte[] bytes(String name) throws IOException {
    return HexFormat.of().parseHex(Files.readString(VECTORS.resolve(name + ".hex")).replaceAll("\\s", ""));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void readsEveryVectorAsItsJsonSays(String name) throws Exception {
    Firmware.Ran ran = Firmware.run(bytes(name), List.of(spell.toString()));

    assertThat(ran.exitCode()).as(ran.text()).isZero();
    List<JsonNode> spelt = ran.text().lines().map(JSON::readTree).toList();
    assertThat(spelt).isEqualTo(json(name).get("events").valueStream().map(CoreVectorsTest::withoutWords).toList());
  }

  /** Words are for people; the core counts a fault and has none. */
  private static JsonNode withoutWords(JsonNode event) {
    ObjectNode bare = (ObjectNode) event.deepCopy();
    bare.remove("detail_contains");
    return bare;
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void framesEveryCanonicalVectorByteForByte(String name) throws Exception {
    if (json(name).get("canonical").asBoolean()) {
      Firmware.Ran ran = Firmware.run(bytes(name), List.of(spell.toString(), "--frames"));

      assertThat(ran.output()).isEqualTo(bytes(name));
    }
  }
}
