package io.flatback.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a house of its own, with JDKs and a Maven that only say what they were asked. */
class LauncherTest {
  private static final Path LAUNCHER = Path.of("flatback");

  @TempDir Path dir;
  private Path house = Path.of("");
  private Path tools = Path.of("");

  @BeforeEach
  void build() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs /bin/sh (POSIX)");
    house = Files.createDirectories(dir.resolve("a house"));
    tools = Files.createDirectories(dir.resolve("tools"));
    script(house.resolve("flatback"), Files.readString(LAUNCHER));
    Files.createDirectories(house.resolve("src/main"));
    Files.writeString(house.resolve("src/main/A.java"), "class A {}");
    Files.writeString(house.resolve("pom.xml"), "<project/>");
    script(tools.resolve("mvn"), "#!/bin/sh\necho mvn \"$@\"\nmkdir -p target/lib\ntouch target/flatback.jar\n");
  }

  private static void script(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = dir.resolve(name);
    script(home.resolve("bin/java"), "#!/bin/sh\necho " + name + "\nfor a; do echo \"[$a]\"; done\nexit 7\n");
    Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\nOS_NAME=\"Linux\"\n");
    return home;
  }

  private void alreadyBuilt() throws IOException {
    Files.createDirectories(house.resolve("target/lib"));
    Files.writeString(house.resolve("target/flatback.jar"), "");
    try (Stream<Path> sources = Files.walk(house.resolve("src"))) {
      for (Path source : sources.toList()) {
        Files.setLastModifiedTime(source, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
      }
    }
    Files.setLastModifiedTime(house.resolve("pom.xml"), FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
  }

  private record Answer(int code, String out, String err) {}

  private Answer run(Path launcher, Map<String, String> environment, String... args)
      throws IOException, InterruptedException {
    Path out = dir.resolve("out.txt");
    Path err = dir.resolve("err.txt");
    List<String> command = Stream.concat(Stream.of(launcher.toString()), Stream.of(args)).toList();
    ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().keySet().removeAll(List.of("JAVA_HOME", "LC_ALL", "LANG", "FLATBACK_JAVA_OPTS"));
    builder.environment().put("PATH", tools + ":/usr/bin:/bin");
    builder.environment().put("HOME", dir.toString());
    builder.environment().putAll(environment);
    int code = builder.start().waitFor();
    return new Answer(
        code, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
  }

  @Test
  void becomesJavaWithTheUsersWordsAsTheyAre() throws Exception {
    alreadyBuilt();
    Path jdk = jdk("jdk 22", "22.0.1");
    Answer answer = run(house.resolve("flatback"), Map.of("JAVA_HOME", jdk.toString()), "analyze", "my file.csv", "");
    assertThat(answer.code()).as("java's own exit code").isEqualTo(7);
    assertThat(answer.err()).isEmpty();
    assertThat(answer.out())
        .startsWith("jdk 22\n[--enable-native-access=ALL-UNNAMED]\n")
        .contains("[" + house + "/target/flatback.jar:" + house + "/target/lib/*]")
        .endsWith("[io.flatback.cli.Flatback]\n[analyze]\n[my file.csv]\n[]\n");
  }

  @Test
  void passesOverAJavaHomeThatIsTooOld() throws Exception {
    alreadyBuilt();
    jdk(".jdks/old", "17.0.15");
    jdk(".jdks/new", "999");
    Answer answer = run(house.resolve("flatback"), Map.of("JAVA_HOME", dir.resolve(".jdks/old").toString()));
    assertThat(answer.out()).startsWith(".jdks/new\n");
  }

  @Test
  void readsOldStyleVersionsAsOld() throws Exception {
    alreadyBuilt();
    Path jdk = jdk("jdk8", "1.8.0_400");
    jdk(".jdks/new", "999");
    assertThat(run(house.resolve("flatback"), Map.of("JAVA_HOME", jdk.toString())).out()).startsWith(".jdks/new\n");
  }

  @Test
  void worksThroughALinkFromAnywhere() throws Exception {
    alreadyBuilt();
    Path jdk = jdk("jdk", "25");
    Path link = Files.createSymbolicLink(tools.resolve("fb"), Path.of("../a house/flatback"));
    assertThat(run(link, Map.of("JAVA_HOME", jdk.toString())).out()).contains(house + "/target/flatback.jar");
  }

  @Test
  void buildsOnFirstUseAndSaysSoOutsideOfTheResults() throws Exception {
    Path jdk = jdk("jdk", "25");
    Answer first = run(house.resolve("flatback"), Map.of("JAVA_HOME", jdk.toString()));
    assertThat(first.err()).contains("flatback: building", "mvn -q", "package");
    assertThat(first.out()).startsWith("jdk\n");

    Answer second = run(house.resolve("flatback"), Map.of("JAVA_HOME", jdk.toString()));
    assertThat(second.err()).as("built already").isEmpty();
  }

  @Test
  void buildsAgainWhenASourceIsNewerThanTheJar() throws Exception {
    alreadyBuilt();
    Path jdk = jdk("jdk", "25");
    Files.setLastModifiedTime(house.resolve("src/main/A.java"), FileTime.from(Instant.now().plusSeconds(60)));
    assertThat(run(house.resolve("flatback"), Map.of("JAVA_HOME", jdk.toString())).err()).contains("building");
  }

  @Test
  void aBuildThatFailsIsOne() throws Exception {
    Path jdk = jdk("jdk", "25");
    script(tools.resolve("mvn"), "#!/bin/sh\necho COMPILATION ERROR\nexit 1\n");
    Answer answer = run(house.resolve("flatback"), Map.of("JAVA_HOME", jdk.toString()));
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.err()).contains("COMPILATION ERROR", "flatback: the build failed");
    assertThat(answer.out()).isEmpty();
  }

  @Test
  void anInstalledHouseWithoutSourcesIsNotBuilt() throws Exception {
    alreadyBuilt();
    Files.delete(house.resolve("src/main/A.java"));
    Files.delete(house.resolve("src/main"));
    Files.delete(house.resolve("src"));
    Path jdk = jdk("jdk", "25");
    assertThat(run(house.resolve("flatback"), Map.of("JAVA_HOME", jdk.toString())).err()).isEmpty();
  }
}
