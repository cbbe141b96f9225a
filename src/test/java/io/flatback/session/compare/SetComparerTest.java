package io.flatback.session.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.form.compare.Loads;
import io.flatback.session.WorkSet;
import io.flatback.session.compare.SetComparison.Apart;
import io.flatback.session.compare.SetComparison.Compared;
import io.flatback.session.compare.SetComparison.NotCompared;
import io.flatback.session.compare.SetComparison.Reason;
import io.flatback.signal.Placement;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetComparerTest {
  private static final Instant MORNING = Instant.parse("2026-11-22T08:00:00Z");
  private static final ComparedSet USUAL = DrawnSets.worn(DrawnSets.set(8, 35));

  @Test
  void tellsTheShiftOfTheRangeWithItsUncertainty() {
    Compared compared = compared(USUAL, DrawnSets.worn(DrawnSets.set(8, 50)));

    assertThat(compared.inclination().range().change()).isBetween(14.9, 15.1);
    assertThat(compared.inclination().range().plusMinus()).isBetween(0.5, 4.0);
    assertThat(compared.inclination().range().isBeyondNoise()).isTrue();
  }

  @Test
  void givesNoNumberWhereOneSensorHungFreeOrWasNotKnown() {
    WorkSet set = DrawnSets.set(8, 50);
    ComparedSet loose = DrawnSets.worn(set, MORNING, 0.99, false, Placement.LUMBAR);
    ComparedSet unsure = DrawnSets.worn(set, MORNING, 0.4, true, Placement.LUMBAR);
    ComparedSet unknown = DrawnSets.worn(set, MORNING, Double.NaN, true, Placement.LUMBAR);

    assertThat(reason(USUAL, loose)).isEqualTo(Reason.LOOSE);
    assertThat(reason(loose, USUAL)).isEqualTo(Reason.LOOSE);
    assertThat(reason(USUAL, unsure)).isEqualTo(Reason.MOUNTING_UNSURE);
    assertThat(reason(USUAL, unknown)).isEqualTo(Reason.MOUNTING_UNSURE);
  }

  @Test
  void givesNoNumberForThreeReps() {
    assertThat(reason(USUAL, DrawnSets.worn(DrawnSets.set(3, 50)))).isEqualTo(Reason.TOO_FEW_REPS);
  }

  @Test
  void givesNoNumberForAnotherPlaceOnTheBodyOrAnotherExercise() {
    ComparedSet sacrum = DrawnSets.worn(DrawnSets.set(8, 50), MORNING, 0.9, true, Placement.SACRUM);
    ComparedSet squat = DrawnSets.worn(DrawnSets.set(8, 50, 10, 100.0, "squat", false));
    ComparedSet guessed = DrawnSets.worn(DrawnSets.set(8, 50, 10, 100.0, "squat", true));

    assertThat(reason(USUAL, sacrum)).isEqualTo(Reason.OTHER_PLACEMENT);
    assertThat(reason(USUAL, squat)).isEqualTo(Reason.OTHER_EXERCISE);
    assertThat(SetComparer.compare(USUAL, guessed)).isInstanceOf(Compared.class);
  }

  @Test
  void knowsHowFarApartTheyWereMeasured() {
    WorkSet set = DrawnSets.set(8, 35);
    ComparedSet evening = at("2026-11-22T20:00:00Z");
    ComparedSet nextDay = at("2026-11-23T08:00:00Z");
    ComparedSet someDay = DrawnSets.worn(set, null, 0.9, true, Placement.LUMBAR);

    assertThat(SetComparer.compare(USUAL, USUAL).apart()).isEqualTo(Apart.SAME_RECORD);
    assertThat(SetComparer.compare(USUAL, evening).apart()).isEqualTo(Apart.SAME_DAY);
    assertThat(SetComparer.compare(USUAL, nextDay).apart()).isEqualTo(Apart.OTHER_DAY);
    assertThat(SetComparer.compare(USUAL, someDay).apart()).isEqualTo(Apart.UNKNOWN);
  }

  private static ComparedSet at(String time) {
    return DrawnSets.worn(DrawnSets.set(8, 35), Instant.parse(time), 0.9, true, Placement.LUMBAR);
  }

  @ParameterizedTest
  @CsvSource({"100,100,SAME", "100,102.5,SAME", "100,105,DIFFERENT", "100,110,DIFFERENT", "20,22.5,DIFFERENT",
    ",100,UNKNOWN", "100,,UNKNOWN", "0,0,SAME"})
  void loadsWithinAFortiethAreTheSame(Double fromKg, Double toKg, Loads loads) {
    assertThat(Loads.of(fromKg, toKg)).isEqualTo(loads);
  }

  private static Compared compared(ComparedSet from, ComparedSet to) {
    return (Compared) SetComparer.compare(from, to);
  }

  private static Reason reason(ComparedSet from, ComparedSet to) {
    return ((NotCompared) SetComparer.compare(from, to)).reason();
  }
}
