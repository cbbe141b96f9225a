package io.flatback.recording;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Files as bytes: gzip is told by its content, whatever the name says. */
final class RecordingFiles {
  private static final int BUFFER_BYTES = 64 * 1024;
  private static final int GZIP_MAGIC_1 = 0x1f;
  private static final int GZIP_MAGIC_2 = 0x8b;

  private RecordingFiles() {}

  static InputStream open(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      throw RecordingFormatException.of(path.toString(), "a directory", "a recording", "name the file in it");
    }
    InputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER_BYTES);
    try {
      return isGzip(in) ? new GZIPInputStream(in, BUFFER_BYTES) : in;
    } catch (ZipException | EOFException e) {
      in.close();
      throw RecordingFormatException.of(path.toString(), "a damaged gzip file", "a whole .csv.gz", "copy it again");
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /** As {@link InputStream#read(byte[])}, but a gzip stream that ends early is told as such. */
  static int read(InputStream in, byte[] chunk, Path path) throws IOException {
    try {
      return in.read(chunk);
    } catch (EOFException | ZipException e) {
      throw RecordingFormatException.of(
          path.toString(),
          "a damaged or cut-off gzip stream",
          "a whole .csv.gz",
          "copy it again, or save what is there with 'gzip -dc FILE > rescued.csv'");
    }
  }

  private static boolean isGzip(InputStream in) throws IOException {
    in.mark(2);
    boolean gzip = in.read() == GZIP_MAGIC_1 && in.read() == GZIP_MAGIC_2;
    in.reset();
    return gzip;
  }
}
