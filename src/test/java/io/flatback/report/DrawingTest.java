package io.flatback.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.session.AngleTrace;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DrawingTest {
  @Test
  void keepsTheLowestAndHighestValueOfEveryColumn() {
    for (long seed = 0; seed < 100; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int n = 500;
      long[] times = new long[n];
      float[] angles = new float[n];
      float[] none = new float[n];
      Arrays.fill(none, Float.NaN);
      float highest = Float.NEGATIVE_INFINITY;
      for (int i = 0; i < n; i++) {
        times[i] = i * 10_000_000L;
        angles[i] = Math.round(random.nextDouble(0, 90) * 10) / 10f;
        highest = Math.max(highest, angles[i]);
      }
      Scale x = new Scale(0, 5, 0, 50);
      Scale y = new Scale(0, 90, 0, 90);
      List<String> lines = TraceLine.of(new AngleTrace(times, angles, none), x, y, false);
      assertThat(lines).as("seed %d", seed).hasSize(1);
      assertThat(lines.getFirst()).as("seed %d", seed).contains("," + Drawing.n(highest));
      assertThat(lines.getFirst().split(" ")).as("seed %d", seed).hasSizeLessThanOrEqualTo(2 * 51);
    }
  }

  @Test
  void breaksTheLineWhereNothingIsKnown() {
    AngleTrace trace =
        new AngleTrace(
            new long[] {0, 1_000_000_000L, 2_000_000_000L, 3_000_000_000L, 4_000_000_000L},
            new float[] {1, Float.NaN, Float.NaN, 4, Float.NaN}, new float[5]);
    Scale axis = new Scale(0, 10, 0, 100);
    assertThat(TraceLine.of(trace, axis, axis, false)).containsExactly("0,10", "30,40");
    assertThat(TraceLine.breaks(trace)).extracting(TraceLine.Break::seconds).containsExactly(2.0, 0.0);
  }

  @Test
  void ticksARoundDistanceApartInsideTheAxis() {
    for (long seed = 0; seed < 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      double low = random.nextDouble(-50, 50);
      Scale scale = new Scale(low, low + Math.pow(10, random.nextDouble(-2, 3)), 0, 100);
      List<Double> ticks = scale.ticks(4);
      assertThat(ticks).as("seed %d", seed).hasSizeBetween(1, 6);
      assertThat(ticks).as("seed %d", seed).allMatch(t -> scale.at(t) > -0.01 && scale.at(t) < 100.01);
    }
  }

  @Test
  void writesNumbersWithoutANegativeZero() {
    assertThat(Figures.plain(-0.004, 2)).isEqualTo("0.00");
    assertThat(Figures.fixed(-1.25, 1)).isEqualTo("\u22121.3");
    assertThat(Figures.signed(0.04, 1)).isEqualTo("0.0");
    assertThat(Figures.signed(0.06, 1)).isEqualTo("+0.1");
    assertThat(Figures.fixed(Double.NaN, 1)).isEqualTo("\u2013");
  }
}
