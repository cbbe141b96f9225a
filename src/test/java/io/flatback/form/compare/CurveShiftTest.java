package io.flatback.form.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flatback.form.compare.CurveShift.PointShift;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CurveShiftTest {

  @Test
  void theRangeDoesNotDependOnWhereStandingWasTakenToBe() {
    List<RepCurve> before = set(8, 35, 0);
    CurveShift asItWas = CurveShift.between(before, set(8, 50, 0), true).orElseThrow();
    CurveShift sixDegreesOff = CurveShift.between(before, set(8, 50, 6), true).orElseThrow();

    assertThat(sixDegreesOff.range().change()).isEqualTo(asItWas.range().change(), within(1e-9)).isBetween(13.0, 17.0);
    for (AscentPoint point : AscentPoint.values()) {
      assertThat(at(sixDegreesOff, point).left().change()).isEqualTo(at(asItWas, point).left().change(), within(1e-9));
      assertThat(at(sixDegreesOff, point).inclination().change())
          .isEqualTo(at(asItWas, point).inclination().change() + 6, within(1e-9));
    }
  }

  @Test
  void whatMayHaveBeenPutOnAgainIsLessSure() {
    List<RepCurve> before = set(8, 35, 0);
    List<RepCurve> now = set(8, 50, 0);
    CurveShift worn = CurveShift.between(before, now, false).orElseThrow();
    CurveShift wornAnew = CurveShift.between(before, now, true).orElseThrow();

    assertThat(worn.standingPlusMinusDeg()).isZero();
    assertThat(wornAnew.standingPlusMinusDeg()).isGreaterThan(0.5);
    assertThat(wornAnew.range().plusMinus()).isGreaterThan(worn.range().plusMinus());
    assertThat(at(wornAnew, AscentPoint.ONSET).inclination().plusMinus())
        .isGreaterThan(Math.hypot(at(worn, AscentPoint.ONSET).inclination().plusMinus(), 0.5));
  }

  @Test
  void findsAShiftWhereItIsAndNoneWhereNoneIs() {
    CurveShift shift = CurveShift.between(set(10, 35, 0), set(10, 50, 0), true).orElseThrow();
    CurveShift none = CurveShift.between(set(10, 35, 0), set(10, 35, 0), true).orElseThrow();

    assertThat(shift.range().isBeyondNoise()).isTrue();
    assertThat(none.range().isBeyondNoise()).isFalse();
    assertThat(shift.pointsBeforeLockout()).extracting(PointShift::point).doesNotContain(AscentPoint.LOCKOUT);
  }

  @Test
  void leavesOutAPointThatTooFewRepsHave() {
    List<RepCurve> holed = new ArrayList<>();
    set(5, 35, 0).forEach(rep -> holed.add(holed.size() < 2 ? without(rep, AscentPoint.AT_60) : rep));
    CurveShift shift = CurveShift.between(holed, set(8, 35, 0), false).orElseThrow();

    assertThat(shift.points()).extracting(PointShift::point).hasSize(5).doesNotContain(AscentPoint.AT_60);
  }

  @Test
  void isSilentAboutThreeReps() {
    assertThat(CurveShift.between(set(3, 35, 0), set(8, 50, 0), false)).isEmpty();
  }

  private static PointShift at(CurveShift shift, AscentPoint point) {
    return shift.points().stream().filter(one -> one.point() == point).findFirst().orElseThrow();
  }

  private static RepCurve without(RepCurve rep, AscentPoint point) {
    Map<AscentPoint, Double> angles = new EnumMap<>(rep.inclinationDeg());
    angles.put(point, Double.NaN);
    return new RepCurve(rep.rangeDeg(), angles);
  }

  /** A straight way up with a scatter of 1° from rep to rep. */
  private static List<RepCurve> set(int reps, double rangeDeg, double standingDeg) {
    SplittableRandom random = new SplittableRandom(Math.round(rangeDeg));
    List<RepCurve> curves = new ArrayList<>();
    for (int i = 0; i < reps; i++) {
      double range = rangeDeg + random.nextGaussian();
      double upright = 0.5 * random.nextGaussian();
      Map<AscentPoint, Double> angles = new EnumMap<>(AscentPoint.class);
      for (AscentPoint point : AscentPoint.values()) {
        angles.put(point, standingDeg + upright + range * (1 - point.phase()));
      }
      curves.add(new RepCurve(range, angles));
    }
    return curves;
  }
}
