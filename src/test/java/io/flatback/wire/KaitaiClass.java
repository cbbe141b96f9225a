package io.flatback.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;

/** The class that Kaitai's compiler makes of {@code firmware-protocol/flatback.ksy}, under target/. */
final class KaitaiClass {
  private static final Path DESCRIPTION = Path.of("firmware-protocol", "flatback.ksy");
  private static final Path OUT = Path.of("target", "kaitai");
  private static final String PACKAGE = "kaitai";

  private final Class<?> type;
  private final Class<?> streamType;

  private KaitaiClass(Class<?> type, Class<?> streamType) {
    this.type = type;
    this.streamType = streamType;
  }

  static KaitaiClass compiled() throws Exception {
    String classPath = System.getProperty("java.class.path");
    Process compiler =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", classPath, "io.kaitai.struct.JavaMain",
                "--target", "java", "--java-package", PACKAGE, "--outdir", OUT.toString(), DESCRIPTION.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(compiler.getInputStream().readAllBytes());
    assertThat(compiler.waitFor()).as(said).isZero();
    assertThat(said).as("what Kaitai's compiler says").isBlank();
    return loaded(OUT.resolve(PACKAGE).resolve("Flatback.java"), classPath);
  }

  private static KaitaiClass loaded(Path source, String classPath) throws Exception {
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-proc:none", "-nowarn", "-cp", classPath, "-d", OUT.toString(), source.toString());
    assertThat(code).isZero();
    // Left open: the class is used as long as the test runs.
    URLClassLoader loader = new URLClassLoader(new URL[] {OUT.toUri().toURL()}, KaitaiClass.class.getClassLoader());
    return new KaitaiClass(
        loader.loadClass(PACKAGE + ".Flatback"), loader.loadClass("io.kaitai.struct.KaitaiStream"));
  }

  /**
   * @param packet with its check sum
   * @throws Exception what Kaitai's runtime throws when it can't be parsed
   */
  Object parse(byte[] packet) throws Exception {
    Object stream =
        Class.forName("io.kaitai.struct.ByteBufferKaitaiStream").getConstructor(byte[].class).newInstance((Object) packet);
    Constructor<?> constructor = type.getConstructor(streamType);
    try {
      return constructor.newInstance(stream);
    } catch (InvocationTargetException refused) {
      throw refused.getCause() instanceof Exception cause ? cause : refused;
    }
  }

  /** Value of one field, by its name in the description. */
  static Object field(Object parsed, String name) throws Exception {
    StringBuilder method = new StringBuilder();
    for (String word : List.of(name.split("_"))) {
      method.append(method.isEmpty() ? word : word.substring(0, 1).toUpperCase() + word.substring(1));
    }
    return parsed.getClass().getMethod(method.toString()).invoke(parsed);
  }
}
