package io.flatback.recording;

import io.flatback.signal.Gap;
import io.flatback.signal.Placement;
import io.flatback.signal.Sample;
import io.flatback.signal.SignalDecoder;
import io.flatback.signal.SignalEvent;
import io.flatback.signal.StreamFacts;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recording CSV from bytes to signal events, whether they come from a file or from a link that plays one.
 * The time line is the file's own ({@code t_s}); arrival times are not looked at. What it can't read ends
 * it: {@link #next} then throws {@link RecordingFormatException}, and does so again when asked again.
 *
 * <p>{@link #next} is asked until it says no after every {@link #offer}, or the bytes pile up.
 */
public final class CsvSignalDecoder implements SignalDecoder {
  private final String source;
  private final CsvPreamble preamble;
  private final LineBuffer lines = new LineBuffer();
  private final EventQueue queue = new EventQueue();
  private Stage stage = Stage.READING;
  private boolean finished;
  private long samples;
  private long lostSamples;
  private @Nullable CsvRows rows;
  private @Nullable RecordingFormatException fault;

  private enum Stage {
    READING,
    /** No more lines; rows that were held back are judged. */
    DRAINING,
    DONE
  }

  /**
   * @param source what the user calls it, for messages
   * @param fallback placement of a sensor for which the file names none
   */
  public CsvSignalDecoder(String source, Placement fallback) {
    this.source = source;
    this.preamble = new CsvPreamble(source, fallback);
  }

  @Override
  public void offer(byte[] buffer, int offset, int length, long arrivalNanos) {
    lines.offer(buffer, offset, length);
  }

  @Override
  public void finish() {
    finished = true;
    lines.finish();
  }

  @Override
  public boolean next() throws IOException {
    if (fault != null) {
      throw fault;
    }
    try {
      while (!queue.take()) {
        if (!advance()) {
          return false;
        }
      }
      count(queue.event());
      return true;
    } catch (RecordingFormatException e) {
      fault = e;
      throw e;
    }
  }

  @Override
  public Placement placement() {
    return queue.placement();
  }

  @Override
  public SignalEvent event() {
    return queue.event();
  }

  private void count(SignalEvent event) {
    switch (event) {
      case Sample sample -> samples++;
      case Gap gap -> lostSamples += gap.missingSamples();
    }
  }

  /** The rate is that of the rows; a file knows nothing of arrivals and batteries. */
  @Override
  public StreamFacts facts() {
    double rateHz = rows == null ? Double.NaN : rows.rateHz();
    return new StreamFacts("", Double.NaN, rateHz, Double.NaN, samples, lostSamples, 0, "", null);
  }

  /** Complete once {@link #placements} is not empty. */
  public RecordingNotes notes() {
    return preamble.notes();
  }

  /** Empty until the header has been read. */
  public List<Placement> placements() {
    CsvHeader header = preamble.header();
    return header == null ? List.of() : header.placements();
  }

  /** Reads as far as the header. @return false when more bytes are needed */
  boolean readHeader() throws RecordingFormatException {
    while (rows == null) {
      if (!advance()) {
        return false;
      }
    }
    return true;
  }

  /** One step on: a row judged, a line read, or the end. @return false when there is nothing left to do */
  private boolean advance() throws RecordingFormatException {
    if (rows != null && rows.emit(stage != Stage.READING, queue)) {
      return true;
    }
    return switch (stage) {
      case READING -> read();
      case DRAINING -> end();
      case DONE -> false;
    };
  }

  private boolean read() throws RecordingFormatException {
    switch (lines.next()) {
      case LINE -> takeLine();
      case TOO_LONG -> throw LineBuffer.tooLong(source + " line " + lines.lineNumber());
      case NEED_MORE -> {
        stage = finished ? Stage.DRAINING : Stage.READING;
        return finished;
      }
    }
    return true;
  }

  private void takeLine() throws RecordingFormatException {
    if (rows != null) {
      rows.take(lines);
      return;
    }
    preamble.take(lines);
    CsvHeader header = preamble.header();
    if (header != null) {
      rows = new CsvRows(source, header);
    }
  }

  private boolean end() throws RecordingFormatException {
    if (rows == null) {
      throw preamble.missing();
    }
    rows.finish(queue);
    stage = Stage.DONE;
    return true;
  }
}
