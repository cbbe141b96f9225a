package io.flatback.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.recording.Csv.Seen;
import io.flatback.signal.Gap;
import io.flatback.signal.Placement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Valid files with gaps put in at random: every one is found, none is invented, whatever the chunks. */
class CsvGapPropertyTest {
  private static final int ROWS = 400;
  private static final int SEEDS = 300;

  @Test
  void findsEveryGapAndNoOther() throws IOException {
    for (int seed = 0; seed < SEEDS; seed++) {
      Injected injected = inject(new SplittableRandom(seed));
      byte[] bytes = injected.text.toString().getBytes(StandardCharsets.UTF_8);
      List<Seen> seen = Csv.decode(bytes, 1 + seed * 7);

      assertThat(Csv.gaps(seen)).as("seed %d", seed).hasSize(injected.gaps);
      assertThat(Csv.samples(seen)).as("seed %d", seed).hasSize(injected.samples);
      assertInOrder(seed, seen);
    }
  }

  private static void assertInOrder(int seed, List<Seen> seen) {
    for (Placement placement : Placement.values()) {
      long last = Long.MIN_VALUE;
      for (Seen one : Csv.of(placement, seen)) {
        assertThat(one.event().timeNanos()).as("seed %d", seed).isGreaterThanOrEqualTo(last);
        last = one.event() instanceof Gap gap ? gap.endNanos() : one.event().timeNanos();
      }
    }
  }

  private static final class Injected {
    final StringBuilder text = new StringBuilder();
    int gaps;
    int samples;
  }

  /** Jitters the times by a tenth of a period and keeps at least one good row between two gaps. */
  private static Injected inject(SplittableRandom random) {
    boolean two = random.nextBoolean();
    double period = new double[] {0.04, 0.02, 0.01, 0.0025}[random.nextInt(4)];
    Injected result = new Injected();
    result.text.append(two ? Csv.TWO : Csv.ONE);
    double time = random.nextDouble(100);
    for (int i = 0; i < ROWS; i++) {
      time += period * random.nextDouble(0.9, 1.1);
      int kind = i > 0 && i % 5 == 0 ? random.nextInt(6) : -1;
      time += spoil(kind, time, period, two, result, random);
      result.text.append(String.format("%.6f", time)).append(two ? Csv.REST + Csv.REST : Csv.REST).append('\n');
      result.samples += two ? 2 : 1;
    }
    return result;
  }

  /** Puts one gap of the kind before the row at {@code time}. @return by how much time goes on */
  private static double spoil(
      int kind, double time, double period, boolean two, Injected result, SplittableRandom random) {
    String stamp = String.format("%.6f", time);
    String empty = two ? Csv.EMPTY + Csv.EMPTY : Csv.EMPTY;
    String rest = two ? Csv.REST + Csv.REST : Csv.REST;
    int sensors = two ? 2 : 1;
    switch (kind) {
      case 0 -> result.text.append(stamp).append(empty).append('\n');
      case 1 -> { }
      case 2 -> result.text.append(String.format("%.6f", time - 1.5 * period)).append(rest).append('\n');
      case 3 -> result.text.append("nan").append(rest).append('\n');
      case 4 -> {
        result.text.append(stamp).append(two ? Csv.EMPTY + Csv.REST : Csv.EMPTY).append('\n');
        result.samples += two ? 1 : 0;
        sensors = 1;
      }
      default -> sensors = 0;
    }
    result.gaps += sensors;
    return kind == 1 ? period * random.nextDouble(4, 500) : sensors > 0 && kind != 2 ? period : 0;
  }
}
