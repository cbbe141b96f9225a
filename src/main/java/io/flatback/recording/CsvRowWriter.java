package io.flatback.recording;

import io.flatback.signal.Placement;
import io.flatback.signal.Sample;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Notes, header and rows of a recording CSV as text. The first row decides who has a gyroscope. */
final class CsvRowWriter {
  private static final int TIME_DECIMALS = 9;
  private static final int ACC_DECIMALS = 7;
  private static final int GYRO_DECIMALS = 5;
  private static final double ACC_STEPS_PER_MPS2 = 1e7 / Sample.STANDARD_GRAVITY_MPS2;
  private static final double GYRO_STEPS_PER_RAD = Math.toDegrees(1) * 1e5;

  private final OutputStream out;
  private final List<Placement> placements;
  private final RecordingNotes notes;
  private final DecimalText text = new DecimalText();
  private final Set<Placement> withoutGyro = EnumSet.noneOf(Placement.class);
  private boolean begun;

  CsvRowWriter(OutputStream out, List<Placement> placements, RecordingNotes notes) {
    if (placements.isEmpty()) {
      throw new IllegalArgumentException("a recording has at least one sensor");
    }
    this.out = out;
    this.placements = placements;
    this.notes = notes;
  }

  /** @param samples by sensor; empty cells for the sensor that is not there */
  void write(long timeNanos, Map<Placement, Sample> samples) throws IOException {
    begin(samples);
    text.write(out, timeNanos, TIME_DECIMALS);
    for (Placement placement : placements) {
      write(samples.get(placement), !withoutGyro.contains(placement));
    }
    out.write('\n');
  }

  /** Without any row there is still a header. */
  void finish() throws IOException {
    begin(Map.of());
  }

  private void write(@Nullable Sample sample, boolean gyro) throws IOException {
    cell(sample == null ? Double.NaN : sample.accXMps2() * ACC_STEPS_PER_MPS2, ACC_DECIMALS);
    cell(sample == null ? Double.NaN : sample.accYMps2() * ACC_STEPS_PER_MPS2, ACC_DECIMALS);
    cell(sample == null ? Double.NaN : sample.accZMps2() * ACC_STEPS_PER_MPS2, ACC_DECIMALS);
    if (gyro) {
      cell(sample == null ? Double.NaN : sample.gyroXRadPerSec() * GYRO_STEPS_PER_RAD, GYRO_DECIMALS);
      cell(sample == null ? Double.NaN : sample.gyroYRadPerSec() * GYRO_STEPS_PER_RAD, GYRO_DECIMALS);
      cell(sample == null ? Double.NaN : sample.gyroZRadPerSec() * GYRO_STEPS_PER_RAD, GYRO_DECIMALS);
    }
  }

  private void cell(double steps, int decimals) throws IOException {
    out.write(',');
    if (Double.isFinite(steps)) {
      text.write(out, Math.round(steps), decimals);
    }
  }

  private void begin(Map<Placement, Sample> samples) throws IOException {
    if (begun) {
      return;
    }
    begun = true;
    samples.forEach(
        (placement, sample) -> {
          if (!sample.hasGyro()) {
            withoutGyro.add(placement);
          }
        });
    StringBuilder head = new StringBuilder();
    allNotes().forEach((key, value) -> head.append("# ").append(key).append(": ").append(oneLine(value)).append('\n'));
    head.append(String.join(",", columns())).append('\n');
    out.write(head.toString().getBytes(StandardCharsets.UTF_8));
  }

  private Map<String, String> allNotes() {
    Map<String, String> all = new LinkedHashMap<>(notes.values());
    if (placements.size() == 1) {
      all.put("placement", placements.getFirst().key());
    } else {
      all.remove("placement");
    }
    return all;
  }

  private List<String> columns() {
    List<String> columns = new ArrayList<>(List.of(CsvHeader.TIME));
    for (Placement placement : placements) {
      String prefix = placements.size() == 1 ? "" : CsvHeader.prefix(placement);
      CsvHeader.ACC.forEach(name -> columns.add(prefix + name));
      if (!withoutGyro.contains(placement)) {
        CsvHeader.GYRO.forEach(name -> columns.add(prefix + name));
      }
    }
    return columns;
  }

  private static String oneLine(String value) {
    return value.replaceAll("\\p{Cntrl}+", " ").trim();
  }
}
