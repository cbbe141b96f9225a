package io.flatback.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Times as they stand in the database: UTC, ISO-8601, microseconds, of one width so that they sort. */
final class Timestamps {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private Timestamps() {}

  static String text(Instant instant) {
    return FORMAT.format(instant);
  }

  static Instant instant(String text) {
    return Instant.parse(text);
  }

  static @Nullable Instant instantOrNull(@Nullable String text) {
    return text == null ? null : Instant.parse(text);
  }

  /** What the database can keep of it. */
  static Instant rounded(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS);
  }
}
