package io.flatback.bench;

import io.flatback.signal.Sample;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Writes an hour of lifting at 100 Hz as recording CSV, to be analysed with a small heap. */
public final class HourRecording {
  private static final int SAMPLES = 360_000;

  private HourRecording() {}

  /** @param args the file to write */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args.length > 0 ? args[0] : "target/hour.csv");
    List<Sample> set = Readings.ofOneSet();
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
      out.println("t_s,acc_x_g,acc_y_g,acc_z_g,gyro_x_dps,gyro_y_dps,gyro_z_dps");
      for (int i = 0; i < SAMPLES; i++) {
        out.println(row(i, set.get(i % set.size())));
      }
    }
    System.out.println(file);
  }

  private static String row(int i, Sample s) {
    double g = Sample.STANDARD_GRAVITY_MPS2;
    return String.format(
        Locale.ROOT, "%.2f,%.6f,%.6f,%.6f,%.4f,%.4f,%.4f",
        i * 0.01, s.accXMps2() / g, s.accYMps2() / g, s.accZMps2() / g,
        Math.toDegrees(s.gyroXRadPerSec()), Math.toDegrees(s.gyroYRadPerSec()), Math.toDegrees(s.gyroZRadPerSec()));
  }
}
