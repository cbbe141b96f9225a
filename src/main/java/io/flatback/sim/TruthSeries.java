package io.flatback.sim;

import io.flatback.signal.Placement;
import io.flatback.signal.Sample;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * The true angles at every reading as CSV: {@code t_s}, lean of trunk and pelvis forward and to the right,
 * lumbar flexion, and for each sensor the earth's up-direction in its axes.
 */
public final class TruthSeries {
  private TruthSeries() {}

  public static void write(SimulatedRecording recording, Appendable out) throws IOException {
    List<Placement> placements = recording.placements();
    out.append(
        "t_s,true_trunk_pitch_deg,true_trunk_lean_r_deg,true_pelvis_pitch_deg,true_pelvis_lean_r_deg"
            + ",true_lumbar_flex_deg");
    for (Placement placement : placements) {
      String key = placement.key();
      out.append("," + key + "_true_up_x," + key + "_true_up_y," + key + "_true_up_z");
    }
    try (SimulatedReader reader = recording.open()) {
      while (reader.next()) {
        if (reader.event() instanceof Sample) {
          write(reader.truth(), reader.placement() == placements.getFirst(), out);
        }
      }
    }
    out.append('\n');
  }

  private static void write(TruthSample truth, boolean beginsRow, Appendable out) throws IOException {
    if (beginsRow) {
      out.append('\n').append(number(truth.timeNanos() * 1e-9, 4));
      cell(truth.trunkPitchDeg(), 3, out);
      cell(truth.trunkLateralDeg(), 3, out);
      cell(truth.pelvisPitchDeg(), 3, out);
      cell(truth.pelvisLateralDeg(), 3, out);
      cell(truth.lumbarFlexionDeg(), 3, out);
    }
    cell(truth.upX(), 6, out);
    cell(truth.upY(), 6, out);
    cell(truth.upZ(), 6, out);
  }

  private static void cell(double value, int decimals, Appendable out) throws IOException {
    out.append(',').append(number(value, decimals));
  }

  private static String number(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }
}
