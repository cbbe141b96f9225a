package io.flatback.recording;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Lines as text, for the few that are not numbers. */
final class CsvText {
  private static final int EXCERPT_CHARS = 40;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private CsvText() {}

  /** The line in UTF-8, trimmed; empty when its bytes are no text. */
  static Optional<String> decode(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] >= 0 && bytes[i] < ' ' && bytes[i] != '\t') {
        return Optional.empty();
      }
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from)).toString();
      return Optional.of((text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).trim());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  static boolean isBlank(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t') {
        return false;
      }
    }
    return true;
  }

  /** A short piece in quotes that can be shown on a terminal, whatever the bytes were. */
  static String excerpt(byte[] bytes, int from, int to) {
    return decode(bytes, from, to).map(CsvText::excerpt).orElse("bytes that are no text");
  }

  static String excerpt(String text) {
    String shown = text.length() > EXCERPT_CHARS ? text.substring(0, EXCERPT_CHARS) + "…" : text;
    return "'" + shown + "'";
  }
}
