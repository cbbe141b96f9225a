package io.flatback.recording;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The raw log as it lies on disk. Text, then chunks, little-endian:
 *
 * <pre>
 * flatback-raw 1 LF
 * key: value LF …        driver, address, placement, and any other note
 * LF
 * | arrival i64 ns | length u32 | length bytes | CRC-32 u32 of all before it in the chunk | …
 * </pre>
 *
 * The file only grows. What a crash cut off is a last chunk that is short or does not check.
 */
final class RawLogFile {
  static final int CHUNK_HEAD_BYTES = Long.BYTES + Integer.BYTES;
  static final int CHUNK_CRC_BYTES = Integer.BYTES;
  static final int MAX_CHUNK_BYTES = 64 * 1024;

  private static final String MAGIC = "flatback-raw ";
  private static final String VERSION = "1";
  private static final int MAX_HEAD_BYTES = 64 * 1024;

  private RawLogFile() {}

  static boolean isRawLog(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] magic = MAGIC.getBytes(StandardCharsets.US_ASCII);
      return Arrays.equals(in.readNBytes(magic.length), magic);
    }
  }

  static byte[] head(RawLogHeader header) {
    StringBuilder head = new StringBuilder(MAGIC).append(VERSION).append('\n');
    header.asNotes().values().forEach(
        (key, value) -> head.append(key).append(": ").append(value.replaceAll("\\p{Cntrl}+", " ")).append('\n'));
    return head.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Reads the head and leaves the stream at the first chunk. */
  static RawLogHeader readHead(InputStream in, Path path) throws IOException {
    String first = readLine(in, path);
    if (!first.equals(MAGIC + VERSION)) {
      throw RecordingFormatException.of(
          path + " line 1", CsvText.excerpt(first), "'" + MAGIC + VERSION + "'", "update flatback");
    }
    Map<String, String> notes = new LinkedHashMap<>();
    for (String line = readLine(in, path); !line.isEmpty(); line = readLine(in, path)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        notes.put(line.substring(0, colon).trim(), line.substring(colon + 1).trim());
      }
    }
    try {
      return RawLogHeader.ofNotes(new RecordingNotes(notes));
    } catch (IllegalArgumentException e) {
      throw damaged(path, String.valueOf(e.getMessage()));
    }
  }

  private static String readLine(InputStream in, Path path) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0 || line.size() > MAX_HEAD_BYTES) {
        throw damaged(path, "a head that is cut off");
      }
      line.write(b);
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  private static RecordingFormatException damaged(Path path, String found) {
    return RecordingFormatException.of(path.toString(), found, "a whole raw log", "record again");
  }
}
