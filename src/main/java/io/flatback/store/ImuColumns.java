package io.flatback.store;

import io.flatback.wire.Counts;
import io.flatback.wire.Imu6;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * IMU6 frames as columns. Index and device time are written as their distance from where the frame before
 * says they should be, everything else as the difference from the one before: mostly zeros.
 */
final class ImuColumns {
  private static final int FLAGS = 0;
  private static final int INDEX = 1;
  private static final int MICROS = 2;
  private static final int PERIOD = 3;
  private static final int BOOT = 4;
  private static final int READINGS = 5;
  private static final int FIELDS = 6;

  private ImuColumns() {}

  static void write(ByteArrayOutputStream out, List<Imu6> frames) {
    long[][] columns = new long[FIELDS][frames.size()];
    long[] before = new long[FIELDS];
    int readings = 0;
    for (int i = 0; i < frames.size(); i++) {
      long[] fields = fields(frames.get(i));
      long[] expected = expected(before);
      for (int f = 0; f < FIELDS; f++) {
        columns[f][i] = fields[f] - expected[f];
      }
      before = fields;
      readings += frames.get(i).readings();
    }
    for (long[] column : columns) {
      Planes.write(out, column, column.length);
    }
    for (int axis = 0; axis < Counts.AXES; axis++) {
      Planes.write(out, differences(frames, axis, readings), readings);
    }
  }

  private static long[] fields(Imu6 frame) {
    long[] fields = new long[FIELDS];
    fields[FLAGS] = frame.flags();
    fields[INDEX] = frame.firstIndex();
    fields[MICROS] = frame.firstMicros();
    fields[PERIOD] = frame.periodMicros();
    fields[BOOT] = frame.bootId();
    fields[READINGS] = frame.readings();
    return fields;
  }

  private static long[] expected(long[] before) {
    long[] expected = before.clone();
    expected[INDEX] += before[READINGS];
    expected[MICROS] += before[READINGS] * before[PERIOD];
    return expected;
  }

  private static long[] differences(List<Imu6> frames, int axis, int readings) {
    long[] differences = new long[readings];
    short before = 0;
    int at = 0;
    for (Imu6 frame : frames) {
      for (int i = 0; i < frame.readings(); i++) {
        short count = frame.counts().at(i, axis);
        // Wraps within 16 bits, so that two planes always do.
        differences[at++] = (short) (count - before);
        before = count;
      }
    }
    return differences;
  }

  static List<Imu6> read(byte[] body, Varint.Reader reader, int frames) {
    long[][] columns = new long[FIELDS][];
    for (int f = 0; f < FIELDS; f++) {
      columns[f] = Planes.read(body, reader, frames);
    }
    long[] before = new long[FIELDS];
    int readings = 0;
    for (int i = 0; i < frames; i++) {
      long[] expected = expected(before);
      for (int f = 0; f < FIELDS; f++) {
        columns[f][i] += expected[f];
        before[f] = columns[f][i];
      }
      readings += (int) columns[READINGS][i];
    }
    return frames(columns, counts(body, reader, readings));
  }

  private static short[] counts(byte[] body, Varint.Reader reader, int readings) {
    short[] counts = new short[readings * Counts.AXES];
    for (int axis = 0; axis < Counts.AXES; axis++) {
      long[] differences = Planes.read(body, reader, readings);
      short before = 0;
      for (int i = 0; i < readings; i++) {
        before += (short) differences[i];
        counts[i * Counts.AXES + axis] = before;
      }
    }
    return counts;
  }

  private static List<Imu6> frames(long[][] columns, short[] counts) {
    List<Imu6> frames = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < columns[FLAGS].length; i++) {
      short[] own = new short[(int) columns[READINGS][i] * Counts.AXES];
      System.arraycopy(counts, at, own, 0, own.length);
      at += own.length;
      frames.add(
          new Imu6(
              (int) columns[FLAGS][i],
              columns[INDEX][i],
              columns[MICROS][i],
              (int) columns[PERIOD][i],
              (int) columns[BOOT][i],
              new Counts(own)));
    }
    return frames;
  }
}
