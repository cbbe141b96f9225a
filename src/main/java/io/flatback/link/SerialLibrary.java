package io.flatback.link;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Sees to it that the serial library's native part is loaded from a directory only this user can write to.
 * By itself it would unpack into the shared temporary directory, where anybody could have put another one
 * before. Use {@link #ready} before the first call of the library.
 */
final class SerialLibrary {
  private static final String LIBRARY_PATH_PROPERTY = "jSerialComm.library.path";
  private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
  private static final List<String> LINUX_ARCHITECTURES =
      List.of("armv5", "armv6hf", "armv7hf", "armv8_32", "armv8_64", "ppc64le", "x86", "x86_64");
  private static final List<String> MAC_ARCHITECTURES = List.of("aarch64", "x86_64", "x86");

  private SerialLibrary() {}

  /** Loading is done once, by the class loader's own rule. */
  private static final class Loaded {
    static final Path DIRECTORY = unpack();

    private static Path unpack() {
      try {
        Path directory = ownDirectory();
        unpackInto(directory);
        System.setProperty(LIBRARY_PATH_PROPERTY, directory.toString());
        return directory;
      } catch (IOException notWritable) {
        throw new IllegalStateException(
            "serial library can't be unpacked (" + notWritable + "), expected a home or temporary directory to"
                + " write to: free space there or set -Djava.io.tmpdir",
            notWritable);
      }
    }
  }

  /** @return where the native part lies */
  static Path ready() {
    return Loaded.DIRECTORY;
  }

  private static Path ownDirectory() throws IOException {
    Path cache = Path.of(System.getProperty("user.home", "."), ".cache", "flatback", "native");
    try {
      Files.createDirectories(cache);
      if (!Files.isSymbolicLink(cache) && isPosix(cache) && isMine(cache)) {
        Files.setPosixFilePermissions(cache, OWNER_ONLY);
        return cache;
      }
    } catch (IOException notThere) {
      // A service may have no home: a fresh directory then, which Java makes for the owner only.
    }
    return Files.createTempDirectory("flatback-native");
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static boolean isMine(Path directory) throws IOException {
    Path probe = Files.createTempFile(directory, "owner", "");
    try {
      return Files.getOwner(probe).equals(Files.getOwner(directory, LinkOption.NOFOLLOW_LINKS));
    } finally {
      Files.delete(probe);
    }
  }

  private static void unpackInto(Path directory) throws IOException {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (os.contains("linux")) {
      copyAll("Linux", LINUX_ARCHITECTURES, "libjSerialComm.so", directory);
    } else if (os.contains("mac")) {
      copyAll("OSX", MAC_ARCHITECTURES, "libjSerialComm.jnilib", directory);
    }
    // Elsewhere the library unpacks by itself: a temporary directory there belongs to the user alone.
  }

  private static void copyAll(String os, List<String> architectures, String file, Path directory)
      throws IOException {
    for (String architecture : architectures) {
      String name = os + "/" + architecture + "/" + file;
      // Asks for the bytes by way of the library's class, without waking its static initialiser.
      try (InputStream bytes = SerialPort.class.getResourceAsStream("/" + name)) {
        if (bytes != null) {
          replace(directory.resolve(name), bytes.readAllBytes());
        }
      }
    }
  }

  /** Another process may have the old file loaded: the new one takes its name and leaves it alone. */
  private static void replace(Path target, byte[] bytes) throws IOException {
    if (Files.exists(target) && Files.mismatch(target, written(target, bytes)) < 0) {
      Files.deleteIfExists(beside(target));
      return;
    }
    Files.move(written(target, bytes), target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Path written(Path target, byte[] bytes) throws IOException {
    Files.createDirectories(target.getParent());
    return Files.write(beside(target), bytes);
  }

  private static Path beside(Path target) {
    return target.resolveSibling(target.getFileName() + "." + ProcessHandle.current().pid());
  }
}
