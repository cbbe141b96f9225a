package io.flatback.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flatback.recording.Csv.Seen;
import io.flatback.signal.Gap;
import io.flatback.signal.Gap.Reason;
import io.flatback.signal.Placement;
import io.flatback.signal.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSignalDecoderTest {
  private static final long MS = 1_000_000;

  @Test
  void readsOneSensorInSiUnits() throws IOException {
    List<Seen> seen = Csv.decode(Csv.ONE + "0.5,0.1,-0.98,2,90,-180,0.5\n");

    assertThat(seen).hasSize(1);
    assertThat(seen.getFirst().placement()).isEqualTo(Placement.LUMBAR);
    Sample sample = Csv.samples(seen).getFirst();
    assertThat(sample.timeNanos()).isEqualTo(500 * MS);
    assertThat(sample.accYMps2()).isCloseTo(-9.610517, within(1e-9));
    assertThat(sample.accZMps2()).isCloseTo(19.6133, within(1e-9));
    assertThat(sample.gyroXRadPerSec()).isCloseTo(Math.PI / 2, within(1e-12));
    assertThat(sample.gyroYRadPerSec()).isCloseTo(-Math.PI, within(1e-12));
  }

  @Test
  void readsTwoSensorsEachWithItsOwnNumbers() throws IOException {
    List<Seen> seen = Csv.decode(Csv.TWO + "0,1,0,0,0,0,0,0,1,0,0,0,0\n");

    assertThat(seen).extracting(Seen::placement).containsExactly(Placement.LUMBAR, Placement.SACRUM);
    assertThat(Csv.samples(seen).get(0).accXMps2()).isCloseTo(9.80665, within(1e-9));
    assertThat(Csv.samples(seen).get(1).accYMps2()).isCloseTo(9.80665, within(1e-9));
  }

  @Test
  void readsAnAccelerometerWithoutGyroscope() throws IOException {
    assertThat(Csv.samples(Csv.decode(Csv.ONE_ACC + "0,0,1,0\n")).getFirst().hasGyro()).isFalse();
  }

  @Test
  void readsColumnsInAnyOrder() throws IOException {
    Sample sample = Csv.samples(Csv.decode("acc_z_g,t_s,acc_y_g,acc_x_g\n3,0.25,2,1\n")).getFirst();
    assertThat(sample.timeNanos()).isEqualTo(250 * MS);
    assertThat(sample.accXMps2()).isCloseTo(9.80665, within(1e-9));
    assertThat(sample.accZMps2()).isCloseTo(29.41995, within(1e-9));
  }

  @Test
  void readsWhatWindowsAndSpreadsheetsSave() throws IOException {
    String text = "\uFEFF# athlete: Zoë\r\n\r\n" + (Csv.ONE + Csv.hundredHz(0, 30)).replace("\n", "\r\n") + "\r\n\r\n";
    assertThat(Csv.decode(text)).hasSize(30);
  }

  @Test
  void timeNeedNotBeginAtZero() throws IOException {
    List<Seen> seen = Csv.decode(Csv.ONE + Csv.rows(1_700_000_000.0, 1_700_000_000.01));
    assertThat(Csv.samples(seen).getFirst().timeNanos()).isEqualTo(1_700_000_000_000_000_000L);
    assertThat(Csv.decode(Csv.ONE + Csv.rows(-1, -0.99, -0.98))).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.300,0,,0,1,2,3", "0.300,0,nan,0,1,2,3", "0.300,0,Infinity,0,1,2,3", "0.300,,,,,,",
      "0.300,0,0.98,0,1,2,", "0.300,0,1e300,0,1,2,3"})
  void aReadingThatIsNotThereIsAGap(String row) throws IOException {
    List<Seen> seen = Csv.decode(Csv.ONE + Csv.hundredHz(0, 30) + row + "\n" + Csv.hundredHz(31, 60));

    assertThat(Csv.gaps(seen)).containsExactly(new Gap(300 * MS, 310 * MS, Reason.NOT_A_NUMBER, 1));
    assertThat(Csv.samples(seen)).hasSize(59);
  }

  @Test
  void aGapComesJustBeforeTheSampleThatEndsIt() throws IOException {
    List<Seen> seen = Csv.decode(Csv.ONE + Csv.hundredHz(0, 30) + Csv.hundredHz(50, 60));

    assertThat(seen.get(30).event()).isEqualTo(new Gap(300 * MS, 500 * MS, Reason.HOLE, 20));
    assertThat(seen.get(31).event().timeNanos()).isEqualTo(500 * MS);
  }

  @Test
  void threePeriodsAreNoHoleYet() throws IOException {
    assertThat(Csv.gaps(Csv.decode(Csv.ONE + Csv.hundredHz(0, 30) + Csv.hundredHz(32, 60)))).isEmpty();
    assertThat(Csv.gaps(Csv.decode(Csv.ONE + Csv.hundredHz(0, 30) + Csv.hundredHz(33, 60)))).hasSize(1);
  }

  @Test
  void aHoleAmongTheFirstRowsIsSeen() throws IOException {
    assertThat(Csv.gaps(Csv.decode(Csv.ONE + Csv.hundredHz(0, 2) + Csv.hundredHz(20, 60))))
        .containsExactly(new Gap(20 * MS, 200 * MS, Reason.HOLE, 18));
  }

  @Test
  void aHoleRightAfterTheFirstRowIsSeen() throws IOException {
    assertThat(Csv.gaps(Csv.decode(Csv.ONE + Csv.hundredHz(0, 1) + Csv.hundredHz(20, 60))))
        .containsExactly(new Gap(10 * MS, 200 * MS, Reason.HOLE, 19));
  }

  @Test
  void theSamplePeriodFollowsALastingChangeOfRate() throws IOException {
    StringBuilder slower = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      slower.append(Csv.row(1 + i / 20.0)).append('\n');
    }
    List<Gap> gaps = Csv.gaps(Csv.decode(Csv.ONE + Csv.hundredHz(0, 100) + slower));
    assertThat(gaps).hasSizeBetween(1, 16).allMatch(gap -> gap.timeNanos() < 2_000 * MS);
  }

  @Test
  void aRepeatedTimeIsRefusedAndNothingIsMissing() throws IOException {
    List<Seen> seen = Csv.decode(Csv.ONE + Csv.hundredHz(0, 30) + Csv.rows(0.29, 0.29) + Csv.hundredHz(30, 60));

    assertThat(Csv.gaps(seen)).containsExactly(new Gap(300 * MS, 300 * MS, Reason.TIME_NOT_RISING, 0));
    assertThat(Csv.samples(seen)).hasSize(60);
  }

  @Test
  void aBackwardTimeIsRefused() throws IOException {
    String swapped = Csv.rows(0.31, 0.30) + Csv.hundredHz(32, 60);
    List<Seen> seen = Csv.decode(Csv.ONE + Csv.hundredHz(0, 30) + swapped);

    assertThat(Csv.gaps(seen)).containsExactly(new Gap(320 * MS, 320 * MS, Reason.TIME_NOT_RISING, 1));
    assertThat(Csv.samples(seen)).hasSize(59);
  }

  @Test
  void aSingleWildTimeCostsOneReading() throws IOException {
    List<Seen> seen = Csv.decode(Csv.ONE + Csv.hundredHz(0, 30) + Csv.rows(9999) + Csv.hundredHz(31, 60));
    assertThat(Csv.gaps(seen)).containsExactly(new Gap(300 * MS, 310 * MS, Reason.TIME_NOT_RISING, 1));
    assertThat(Csv.samples(seen)).hasSize(59);
  }

  @Test
  void aWildFirstTimeCostsOneReading() throws IOException {
    assertThat(Csv.samples(Csv.decode(Csv.ONE + Csv.rows(9999) + Csv.hundredHz(0, 60)))).hasSize(60);
  }

  @Test
  void aClockThatStartsAnewIsShownAsMissingToTheEnd() throws IOException {
    List<Seen> seen = Csv.decode(Csv.ONE + Csv.hundredHz(100, 200) + Csv.hundredHz(0, 100));
    assertThat(Csv.gaps(seen)).containsExactly(new Gap(2_000 * MS, 3_000 * MS, Reason.TIME_NOT_RISING, 100));
  }

  @Test
  void aRowWithoutTimeIsAGap() throws IOException {
    List<Seen> seen = Csv.decode(Csv.ONE + Csv.hundredHz(0, 30) + Csv.REST + "\n" + Csv.hundredHz(31, 60));
    assertThat(Csv.gaps(seen)).containsExactly(new Gap(300 * MS, 310 * MS, Reason.NOT_A_NUMBER, 1));
  }

  @Test
  void badRowsInARowMakeOneGap() throws IOException {
    String bad = "0.30" + Csv.EMPTY + "\n" + Csv.REST + "\n" + "0.32" + Csv.EMPTY + "\n";
    List<Gap> gaps = Csv.gaps(Csv.decode(Csv.ONE + Csv.hundredHz(0, 30) + bad + Csv.hundredHz(40, 60)));
    assertThat(gaps).containsExactly(new Gap(300 * MS, 400 * MS, Reason.NOT_A_NUMBER, 10));
  }

  @Test
  void aGapAtTheVeryEndIsTold() throws IOException {
    String end = "0.30" + Csv.EMPTY + "\n0.31" + Csv.EMPTY;
    List<Seen> seen = Csv.decode(Csv.ONE + Csv.hundredHz(0, 30) + end);
    assertThat(seen.getLast().event()).isEqualTo(new Gap(300 * MS, 320 * MS, Reason.NOT_A_NUMBER, 2));
  }

  @Test
  void aGapAtTheVeryBeginningIsTold() throws IOException {
    List<Seen> seen = Csv.decode(Csv.ONE + "0.00" + Csv.EMPTY + "\n" + Csv.hundredHz(1, 30));
    assertThat(seen.getFirst().event()).isEqualTo(new Gap(0, 10 * MS, Reason.NOT_A_NUMBER, 1));
  }

  @Test
  void aGapOfOneSensorLeavesTheOtherWhole() throws IOException {
    StringBuilder text = new StringBuilder(Csv.TWO);
    for (int i = 0; i < 60; i++) {
      boolean lumbarSilent = i >= 20 && i < 40;
      text.append(i / 100.0).append(lumbarSilent ? Csv.EMPTY : Csv.REST).append(Csv.REST).append('\n');
    }
    List<Seen> seen = Csv.decode(text.toString());

    assertThat(Csv.gaps(seen)).containsExactly(new Gap(200 * MS, 400 * MS, Reason.NOT_A_NUMBER, 20));
    assertThat(Csv.samples(Csv.of(Placement.SACRUM, seen))).hasSize(60);
    assertThat(Csv.gaps(Csv.of(Placement.SACRUM, seen))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 64, 1000})
  void theSameBytesGiveTheSameEventsHoweverTheyAreCut(int chunkBytes) throws IOException {
    byte[] bytes = ("# note: x\n" + Csv.ONE + Csv.hundredHz(0, 30) + Csv.rows(0.29, 9999) + ",,,,,,\n"
            + Csv.hundredHz(50, 99) + "0.99" + Csv.EMPTY).getBytes(StandardCharsets.UTF_8);
    assertThat(Csv.decode(bytes, chunkBytes)).isEqualTo(Csv.decode(bytes, Integer.MAX_VALUE)).hasSizeGreaterThan(80);
  }

  @Test
  void saysWhichSensorsAsSoonAsTheHeaderWasRead() throws IOException {
    CsvSignalDecoder decoder = new CsvSignalDecoder("link", Placement.LUMBAR);
    assertThat(decoder.placements()).isEmpty();
    byte[] head = ("# placement: sacrum\n" + Csv.ONE).getBytes(StandardCharsets.UTF_8);
    decoder.offer(head, 0, head.length, 0);
    assertThat(decoder.next()).isFalse();
    assertThat(decoder.placements()).containsExactly(Placement.SACRUM);
  }

  @Test
  void knowsItsRateAndItsLosses() throws IOException {
    CsvSignalDecoder decoder = new CsvSignalDecoder("link", Placement.LUMBAR);
    assertThat(decoder.facts().rateHz()).isNaN();
    byte[] bytes = (Csv.ONE + Csv.hundredHz(0, 30) + Csv.hundredHz(40, 60)).getBytes(StandardCharsets.UTF_8);
    decoder.offer(bytes, 0, bytes.length, 0);
    assertThat(Csv.drain(decoder)).hasSize(51);
    assertThat(decoder.facts().rateHz()).isCloseTo(100, within(1e-9));
    assertThat(decoder.facts().samples()).isEqualTo(50);
    assertThat(decoder.facts().lostSamples()).isEqualTo(10);
  }
}
