package io.flatback.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
  @Test
  void equalsParseDoubleToTheLastBit() {
    SplittableRandom random = new SplittableRandom(20261122);
    for (int i = 0; i < 200_000; i++) {
      String text = randomDecimal(random);
      assertThat(Double.doubleToRawLongBits(parse(text)))
          .as("%s (round %d of seed 20261122)", text, i)
          .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
    }
  }

  private static String randomDecimal(SplittableRandom random) {
    StringBuilder text = new StringBuilder(new String[] {"", "-", "+"}[random.nextInt(3)]);
    int whole = random.nextInt(12);
    int decimals = random.nextInt(whole == 0 ? 1 : 0, 28);
    appendDigits(text, whole, random);
    if (decimals > 0 || random.nextInt(10) == 0) {
      text.append('.');
    }
    appendDigits(text, decimals, random);
    return random.nextInt(8) == 0 ? text + "e" + random.nextInt(-330, 290) : text.toString();
  }

  private static void appendDigits(StringBuilder text, int count, SplittableRandom random) {
    for (int i = 0; i < count; i++) {
      text.append((char) ('0' + random.nextInt(10)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-0", "-0.0", "5.", ".5", "9007199254740993", "0.1", " 1.5\t", "4.9e-324", "1E5"})
  void readsWhatSensorsAndSpreadsheetsWrite(String text) {
    assertThat(Double.doubleToRawLongBits(parse(text)))
        .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "NaN", "nan", "-NaN", "inf", "Infinity", "-Inf", "1e999", "-1e999"})
  void isNaNWhereNothingWasMeasured(String text) {
    assertThat(parse(text)).isNaN();
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "1.2.3", "1,5", "--1", "-", ".", "1e", "0x1p3", "1.0f", "1d", "NA", "1 2", "½", "1e+"})
  void refusesText(String text) {
    assertThatThrownBy(() -> parse(text)).isInstanceOf(NumberFormatException.class);
  }

  private static double parse(String text) {
    byte[] bytes = ("," + text + ",").getBytes(StandardCharsets.UTF_8);
    return Decimals.parse(bytes, 1, bytes.length - 1);
  }
}
