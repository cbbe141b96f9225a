package io.flatback.recording;

import io.flatback.recording.CsvHeader.Sensor;
import io.flatback.signal.Gap;
import io.flatback.signal.Sample;
import org.jspecify.annotations.Nullable;

/** One sensor's part of the rows, as samples and gaps. Bad rows in a row make one gap. */
final class SensorTrack {
  /** In g or °/s; beyond it a number is as good as infinite, whoever made the sensor. */
  private static final double BEYOND_ANY_SENSOR = 1e6;

  private final Sensor sensor;
  private Gap.@Nullable Reason openReason;
  private long openFromNanos;
  private long openMissing;

  SensorTrack(Sensor sensor) {
    this.sensor = sensor;
  }

  void take(RowTimes times, EventQueue out) {
    switch (times.verdict()) {
      case RISING -> takeRising(times, out);
      case NO_TIME -> miss(Gap.Reason.NOT_A_NUMBER, times.dueNanos(), 1);
      case REPEATED -> miss(Gap.Reason.TIME_NOT_RISING, times.dueNanos(), 0);
      case BACKWARD -> miss(Gap.Reason.TIME_NOT_RISING, times.dueNanos(), 1);
    }
  }

  private void takeRising(RowTimes times, EventQueue out) {
    CsvRow row = times.row();
    long nanos = row.timeNanos();
    if (times.missingBefore() > 0) {
      miss(Gap.Reason.HOLE, times.dueNanos(), times.missingBefore());
    }
    if (isUsable(row)) {
      close(nanos, out);
      out.add(sensor.placement(), sample(row, nanos));
    } else {
      miss(Gap.Reason.NOT_A_NUMBER, nanos, 1);
    }
  }

  /** A gap at the very end is told as well. */
  void finish(RowTimes times, EventQueue out) {
    close(times.endNanos(), out);
  }

  private void miss(Gap.Reason reason, long fromNanos, int readings) {
    if (openReason == null) {
      openReason = reason;
      openFromNanos = fromNanos;
      openMissing = 0;
    }
    openMissing += readings;
  }

  private void close(long nanos, EventQueue out) {
    if (openReason != null) {
      long fromNanos = openMissing == 0 ? nanos : Math.min(openFromNanos, nanos);
      out.add(
          sensor.placement(),
          new Gap(fromNanos, nanos, openReason, (int) Math.min(openMissing, Integer.MAX_VALUE)));
      openReason = null;
    }
  }

  private boolean isUsable(CsvRow row) {
    int numbers = sensor.hasGyro() ? CsvHeader.NUMBERS_PER_SENSOR : CsvHeader.ACC.size();
    for (int i = 0; i < numbers; i++) {
      if (!(Math.abs(row.numbers[sensor.firstSlot() + i]) < BEYOND_ANY_SENSOR)) {
        return false;
      }
    }
    return true;
  }

  private Sample sample(CsvRow row, long nanos) {
    double[] n = row.numbers;
    int i = sensor.firstSlot();
    return new Sample(
        nanos,
        n[i] * Sample.STANDARD_GRAVITY_MPS2,
        n[i + 1] * Sample.STANDARD_GRAVITY_MPS2,
        n[i + 2] * Sample.STANDARD_GRAVITY_MPS2,
        Math.toRadians(n[i + 3]),
        Math.toRadians(n[i + 4]),
        Math.toRadians(n[i + 5]),
        false);
  }
}
