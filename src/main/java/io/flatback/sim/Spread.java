package io.flatback.sim;

import com.google.errorprone.annotations.Immutable;
import java.math.BigDecimal;
import java.util.Locale;

/** How a trait is spread over people, or over what one person does. */
@Immutable
public sealed interface Spread {

  /** Lowest and highest value that is ever drawn. */
  double low();

  double high();

  /** Normal; what falls outside the bounds is drawn again. */
  record Normal(double mean, double standardDeviation, double low, double high) implements Spread {}

  /** Log-normal; what falls outside the bounds is drawn again. */
  record LogNormal(double median, double variation, double low, double high) implements Spread {}

  /** Every value as likely as any other. */
  record Even(double low, double high) implements Spread {}

  /** In plain words and numbers, without the unit. */
  static String text(Spread spread) {
    String bounds = plain(spread.low()) + " to " + plain(spread.high());
    return switch (spread) {
      case Normal n -> plain(n.mean) + " ± " + plain(n.standardDeviation) + ", " + bounds;
      case LogNormal l ->
          String.format(Locale.ROOT, "median %s, CV %.0f %%, %s", plain(l.median), 100 * l.variation, bounds);
      case Even e -> bounds + ", evenly";
    };
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString().replace('-', '−');
  }
}
