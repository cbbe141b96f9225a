package io.flatback.signal;

import java.util.Arrays;
import java.util.StringJoiner;

/**
 * A calibration in one line, without loss: offset in m/s² (3 numbers), accelerometer matrix (9) and gyroscope
 * matrix (9), row by row, blanks between.
 */
public final class CalibrationText {
  private static final int NUMBERS = 21;

  private CalibrationText() {}

  public static String write(Calibration calibration) {
    StringJoiner text = new StringJoiner(" ");
    for (double[] part :
        new double[][] {calibration.accelOffsetMps2(), calibration.accelMatrix(), calibration.gyroMatrix()}) {
      for (double value : part) {
        text.add(Double.toString(value));
      }
    }
    return text.toString();
  }

  /** @throws IllegalArgumentException with what was found and what was expected */
  public static Calibration read(String text) {
    String[] parts = text.strip().split("\\s+", -1);
    if (parts.length != NUMBERS) {
      throw new IllegalArgumentException(
          "a calibration of " + parts.length + " numbers, expected " + NUMBERS + ": 3 of offset, 9 and 9 of matrices");
    }
    double[] values = new double[NUMBERS];
    for (int i = 0; i < NUMBERS; i++) {
      try {
        values[i] = Double.parseDouble(parts[i]);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("'" + parts[i] + "' in a calibration is no number", e);
      }
    }
    return new Calibration(
        Arrays.copyOfRange(values, 0, 3), Arrays.copyOfRange(values, 3, 12), Arrays.copyOfRange(values, 12, 21));
  }
}
