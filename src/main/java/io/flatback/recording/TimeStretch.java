package io.flatback.recording;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch {@code [from, to)} of a recording, on its own time line.
 *
 * <p>Written as seconds, {@code 0-18.5}; several with commas between.
 */
public record TimeStretch(long fromNanos, long toNanos) {
  private static final Pattern SHAPE = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*-\\s*(\\d+(?:\\.\\d+)?)");

  public TimeStretch {
    if (toNanos <= fromNanos) {
      throw new IllegalArgumentException(
          "stretch from " + fromNanos + " to " + toNanos + " ns, expected an end after its beginning");
    }
  }

  /** @throws IllegalArgumentException with what was found and what was expected */
  public static List<TimeStretch> parse(String text) {
    List<TimeStretch> stretches = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      Matcher matcher = SHAPE.matcher(part.strip());
      if (!matcher.matches()) {
        throw new IllegalArgumentException("'" + text + "' is no stretch, expected seconds FROM-TO, as in 0-18");
      }
      long from = nanos(matcher.group(1));
      long to = nanos(matcher.group(2));
      if (to <= from) {
        throw new IllegalArgumentException("'" + text + "' ends before it begins, expected FROM-TO, as in 0-18");
      }
      stretches.add(new TimeStretch(from, to));
    }
    return List.copyOf(stretches);
  }

  public static String toText(List<TimeStretch> stretches) {
    return String.join(", ", stretches.stream().map(s -> seconds(s.fromNanos) + "-" + seconds(s.toNanos)).toList());
  }

  private static String seconds(long nanos) {
    return BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString();
  }

  private static long nanos(String seconds) {
    return new BigDecimal(seconds).movePointRight(9).longValue();
  }

  public boolean contains(long timeNanos) {
    return fromNanos <= timeNanos && timeNanos < toNanos;
  }
}
