package io.flatback.session;

/** Takes the angles of a record, sample by sample. */
public interface SeriesSink {
  void row(SeriesRow row);
}
