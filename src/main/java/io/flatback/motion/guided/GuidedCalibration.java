package io.flatback.motion.guided;

import io.flatback.signal.Calibration;
import io.flatback.signal.Placement;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Judges a guided calibration: standing still for 3 s, then three slow hinges, unloaded.
 *
 * <p>In: what each sensor read over that stretch. Out: how each sensor sits and what it does wrong, or the
 * first thing that went wrong. Up is from standing, the axis from the hinges, forward from the fact that the
 * wearer bends forward [evidence.md, Orientation].
 */
public final class GuidedCalibration {
  private GuidedCalibration() {}

  /** What became of it. */
  public sealed interface Verdict {}

  /**
   * Good to use.
   *
   * @param peakLumbarFlexionRad how far the wearer's lumbar spine bends in their own hinge; NaN with one sensor
   */
  public record Accepted(Map<Placement, CalibratedSensor> sensors, double peakLumbarFlexionRad) implements Verdict {
    public Accepted {
      sensors = Map.copyOf(sensors);
    }
  }

  public record Refused(Refusal refusal) implements Verdict {}

  /**
   * One sensor's part.
   *
   * @param device what its readings are corrected by already
   */
  public record Part(Take take, Calibration device) {}

  /** @param parts by every sensor that is worn, also one that said nothing */
  public static Verdict judge(Map<Placement, Part> parts) {
    Map<Placement, SensorJudge> judges = new EnumMap<>(Placement.class);
    boolean one = parts.size() == 1;
    for (Map.Entry<Placement, Part> part : new EnumMap<>(parts).entrySet()) {
      SensorJudge judge = new SensorJudge(part.getKey(), part.getValue(), one);
      @Nullable Refusal refusal = judge.judge();
      if (refusal != null) {
        return new Refused(refusal);
      }
      judges.put(part.getKey(), judge);
    }
    Map<Placement, CalibratedSensor> sensors = new EnumMap<>(Placement.class);
    judges.forEach((placement, judge) -> sensors.put(placement, judge.fit().result()));
    return new Accepted(sensors, peakFlexionRad(judges));
  }

  private static double peakFlexionRad(Map<Placement, SensorJudge> judges) {
    @Nullable SensorJudge lumbar = judges.get(Placement.LUMBAR);
    @Nullable SensorJudge sacrum = judges.get(Placement.SACRUM);
    if (lumbar == null || sacrum == null) {
      return Double.NaN;
    }
    double[] peaks = lumbar.peaksRad(sacrum.fit());
    Arrays.sort(peaks);
    return peaks[peaks.length / 2];
  }
}
