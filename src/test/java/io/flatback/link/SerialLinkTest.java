package io.flatback.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.flatback.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class SerialLinkTest {
  @TempDir private Path directory;

  @BeforeEach
  void needSocat() {
    Tools.require("socat", "apt install socat");
  }

  private static SerialLink open(Path path) throws LinkLostException {
    return SerialLink.open(path.toString(), 115_200);
  }

  private static byte[] readFully(ByteLink link, int length) throws IOException {
    byte[] all = new byte[length];
    byte[] buffer = new byte[4096];
    int have = 0;
    while (have < length) {
      int read = link.read(buffer);
      System.arraycopy(buffer, 0, all, have, read);
      have += read;
    }
    return all;
  }

  @Test
  void everyByteValuePassesBothWays() throws Exception {
    byte[] bytes = new byte[2000];
    new SplittableRandom(5).nextBytes(bytes);
    for (int i = 0; i < 256; i++) {
      bytes[i] = (byte) i;
    }
    try (PtyPair pair = new PtyPair(directory);
        SerialLink host = open(pair.hostEnd());
        SerialLink device = open(pair.deviceEnd())) {
      device.write(bytes);
      assertThat(readFully(host, bytes.length)).isEqualTo(bytes);
      host.write(bytes);
      assertThat(readFully(device, bytes.length)).isEqualTo(bytes);
      assertThat(host.address()).isEqualTo("serial:" + pair.hostEnd());
    }
  }

  @Test
  void aReadWaitsAFifthOfASecondAndNoLonger() throws Exception {
    try (PtyPair pair = new PtyPair(directory);
        SerialLink host = open(pair.hostEnd())) {
      long before = System.nanoTime();
      assertThat(host.read(new byte[10])).isZero();
      assertThat(System.nanoTime() - before).isBetween(90_000_000L, 2_000_000_000L);
    }
  }

  @Test
  void whatArrivedBeforeItWasOpenedIsThrownAway() throws Exception {
    try (PtyPair pair = new PtyPair(directory);
        SerialLink device = open(pair.deviceEnd())) {
      device.write(new byte[] {1, 2, 3});
      TimeUnit.MILLISECONDS.sleep(100);
      try (SerialLink host = open(pair.hostEnd())) {
        device.write(new byte[] {9});
        assertThat(readFully(host, 1)).containsExactly(9);
      }
    }
  }

  @Test
  void anUnpluggedDeviceIsLostAndSaysSo() throws Exception {
    try (PtyPair pair = new PtyPair(directory)) {
      SerialLink host = open(pair.hostEnd());
      pair.unplug();
      Throwable lost = catchThrowable(() -> readFully(host, 1));
      assertThat(lost).isInstanceOf(LinkLostException.class);
      assertThat(lost).hasMessageContainingAll(pair.hostEnd().toString(), "is gone", "plug it in again");
      assertThatThrownBy(() -> host.write(new byte[1])).isInstanceOf(LinkLostException.class);
    }
  }

  @Test
  void closingEndsAReadThatWaits() throws Exception {
    try (PtyPair pair = new PtyPair(directory)) {
      SerialLink host = open(pair.hostEnd());
      CompletableFuture<Throwable> reader =
          CompletableFuture.supplyAsync(() -> catchThrowable(() -> readFully(host, 1)));
      TimeUnit.MILLISECONDS.sleep(50);
      host.close();
      assertThat(reader.get(3, TimeUnit.SECONDS)).isInstanceOf(LinkLostException.class);
      host.close();
    }
  }

  @Test
  void aPortThatIsNotThereSaysHowToFindTheOthers() {
    assertThatThrownBy(() -> open(directory.resolve("ttyUSB7")))
        .isInstanceOf(LinkLostException.class)
        .hasMessageContainingAll("ttyUSB7", "is not there", "flatback sensors");
  }

  @Test
  void aPortInUseByAnotherProgramSaysSo() throws Exception {
    Tools.require("flock", "apt install util-linux");
    try (PtyPair pair = new PtyPair(directory)) {
      Process other = new ProcessBuilder("flock", pair.hostEnd().toString(), "sh", "-c", "echo held; sleep 20").start();
      try {
        assertThat(other.inputReader().readLine()).isEqualTo("held");
        assertThatThrownBy(() -> open(pair.hostEnd()))
            .isInstanceOf(LinkLostException.class)
            .hasMessageContainingAll("in use by another program", "close that program");
      } finally {
        other.descendants().forEach(ProcessHandle::destroyForcibly);
        other.destroyForcibly();
      }
    }
  }

  @Test
  void aPortThatIsOpenHereAlreadySaysSo() throws Exception {
    try (PtyPair pair = new PtyPair(directory);
        SerialLink first = open(pair.hostEnd())) {
      assertThat(first.read(new byte[1])).isZero();
      assertThatThrownBy(() -> open(pair.hostEnd()))
          .isInstanceOf(LinkLostException.class)
          .hasMessageContaining("already open");
    }
  }

  @Test
  void aForbiddenPortNamesTheGroupToJoin() throws Exception {
    Path port = Files.createFile(directory.resolve("ttyACM0"));
    Files.setPosixFilePermissions(port, PosixFilePermissions.fromString("---------"));
    String group =
        Files.readAttributes(port, java.nio.file.attribute.PosixFileAttributes.class).group().getName();

    // As root every port may be opened: the refusal is asked for its words alone.
    assertThat(SerialRefusal.of("serial:" + port, port.toString(), 13))
        .hasMessageContainingAll("may not be opened", "sudo usermod -aG " + group + " ", "log out and in again");
  }

  @Test
  void aFileThatIsNoPortIsRefusedInOneLine() throws Exception {
    Path file = Files.createFile(directory.resolve("notes.txt"));

    Throwable refused = catchThrowable(() -> open(file));

    assertThat(refused).isInstanceOf(LinkLostException.class);
    assertThat(refused.getMessage()).contains("notes.txt is no serial port", "flatback sensors").doesNotContain("\n");
    assertThatThrownBy(() -> open(directory)).hasMessageContaining("is no serial port");
  }

  @Test
  void theNativePartLiesWhereOnlyThisUserCanWrite() throws Exception {
    Path native1 = SerialLibrary.ready();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(native1))).isEqualTo("rwx------");
    assertThat(Files.readString(Path.of("/proc/self/maps"))).contains(native1.toString());
    assertThat(Arrays.stream(SerialPorts.list().toArray())).doesNotContainNull();
  }
}
