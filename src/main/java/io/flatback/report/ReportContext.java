package io.flatback.report;

import io.flatback.form.FormPreferences;
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
 * @param preferences that the sets were judged by
 * @param learntSince from when on the athlete's earlier sets were used; null for all
 */
public record ReportContext(
    @Nullable String athlete,
    @Nullable String sessionId,
    @Nullable Instant startedAt,
    @Nullable String recordingName,
    String version,
    FormPreferences preferences,
    @Nullable Instant learntSince) {

  /** By default preferences, with nothing forgotten. */
  public ReportContext(
      @Nullable String athlete,
      @Nullable String sessionId,
      @Nullable Instant startedAt,
      @Nullable String recordingName,
      String version) {
    this(athlete, sessionId, startedAt, recordingName, version, FormPreferences.DEFAULT, null);
  }

  public static ReportContext ofVersion(String version) {
    return new ReportContext(null, null, null, null, version);
  }

  public ReportContext judgedBy(FormPreferences by) {
    return new ReportContext(athlete, sessionId, startedAt, recordingName, version, by, learntSince);
  }

  public ReportContext knowingSince(@Nullable Instant since) {
    return new ReportContext(athlete, sessionId, startedAt, recordingName, version, preferences, since);
  }
}
