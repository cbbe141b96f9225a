package io.flatback.recording;

import io.flatback.signal.Gap;
import io.flatback.signal.Placement;
import io.flatback.signal.Sample;
import io.flatback.signal.SignalCursor;
import io.flatback.signal.SignalEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Small recordings for tests. */
final class Csv {
  static final String ONE = "t_s,acc_x_g,acc_y_g,acc_z_g,gyro_x_dps,gyro_y_dps,gyro_z_dps\n";
  static final String ONE_ACC = "t_s,acc_x_g,acc_y_g,acc_z_g\n";
  static final String TWO =
      "t_s,lumbar_acc_x_g,lumbar_acc_y_g,lumbar_acc_z_g,lumbar_gyro_x_dps,lumbar_gyro_y_dps,lumbar_gyro_z_dps,"
          + "sacrum_acc_x_g,sacrum_acc_y_g,sacrum_acc_z_g,sacrum_gyro_x_dps,sacrum_gyro_y_dps,sacrum_gyro_z_dps\n";
  static final String REST = ",0,0.98,0,1,2,3";
  static final String EMPTY = ",,,,,,";

  /** One event with its sensor. */
  record Seen(Placement placement, SignalEvent event) {}

  private Csv() {}

  /** Rows at rest at the given times. */
  static String rows(double... seconds) {
    StringBuilder text = new StringBuilder();
    for (double second : seconds) {
      text.append(row(second)).append('\n');
    }
    return text.toString();
  }

  static String row(double second) {
    return String.format(Locale.ROOT, "%.3f", second) + REST;
  }

  /** Rows at rest at 100 Hz, {@code [from, to)} in hundredths. */
  static String hundredHz(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append(row(i / 100.0)).append('\n');
    }
    return text.toString();
  }

  static List<Seen> decode(String text) throws IOException {
    return decode(text.getBytes(StandardCharsets.UTF_8), Integer.MAX_VALUE);
  }

  static List<Seen> decode(byte[] bytes, int chunkBytes) throws IOException {
    CsvSignalDecoder decoder = new CsvSignalDecoder("test.csv", Placement.LUMBAR);
    List<Seen> seen = new ArrayList<>();
    for (int at = 0; at < bytes.length; at += chunkBytes) {
      int length = Math.min(chunkBytes, bytes.length - at);
      decoder.offer(bytes, at, length, 0);
      drain(decoder, seen);
      if (length < chunkBytes) {
        break;
      }
    }
    decoder.finish();
    drain(decoder, seen);
    return seen;
  }

  static List<Seen> drain(SignalCursor cursor) throws IOException {
    List<Seen> seen = new ArrayList<>();
    drain(cursor, seen);
    return seen;
  }

  private static void drain(SignalCursor cursor, List<Seen> into) throws IOException {
    while (cursor.next()) {
      into.add(new Seen(cursor.placement(), cursor.event()));
    }
  }

  static List<Gap> gaps(List<Seen> seen) {
    return seen.stream().map(Seen::event).filter(Gap.class::isInstance).map(Gap.class::cast).toList();
  }

  static List<Sample> samples(List<Seen> seen) {
    return seen.stream().map(Seen::event).filter(Sample.class::isInstance).map(Sample.class::cast).toList();
  }

  static List<Seen> of(Placement placement, List<Seen> seen) {
    return seen.stream().filter(s -> s.placement() == placement).toList();
  }
}
