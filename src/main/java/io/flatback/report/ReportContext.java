package io.flatback.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a report says besides what was measured.
 *
 * @param athlete null when nobody said
 * @param sessionId of the stored session; null for a file
 * @param startedAt null when the record does not say
 * @param recordingName what the record is called, for people; null when it has no name
 * @param version of the program that wrote the report, e.g. {@code 0.1.0}
 */
public record ReportContext(
    @Nullable String athlete,
    @Nullable String sessionId,
    @Nullable Instant startedAt,
    @Nullable String recordingName,
    String version) {

  public static ReportContext ofVersion(String version) {
    return new ReportContext(null, null, null, null, version);
  }
}
