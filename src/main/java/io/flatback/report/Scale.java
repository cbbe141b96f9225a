package io.flatback.report;

import java.util.ArrayList;
import java.util.List;

/** From values to pixels along one axis. {@code fromPixel} belongs to {@code low}. */
record Scale(double low, double high, double fromPixel, double toPixel) {

  double at(double value) {
    return fromPixel + (value - low) / (high - low) * (toPixel - fromPixel);
  }

  double pixels(double extent) {
    return Math.abs(extent / (high - low) * (toPixel - fromPixel));
  }

  /** Round values inside the axis, about as many as asked for. */
  List<Double> ticks(int about) {
    double step = roundStep((high - low) / about);
    List<Double> ticks = new ArrayList<>();
    for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + 1e-9 * step; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  static double roundStep(double raw) {
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    double mantissa = raw / power;
    double nice = mantissa <= 1 ? 1 : mantissa <= 2 ? 2 : mantissa <= 5 ? 5 : 10;
    return nice * power;
  }

  /** Decimals that tell the ticks apart. */
  static int decimals(List<Double> ticks) {
    if (ticks.size() < 2) {
      return 0;
    }
    double step = ticks.get(1) - ticks.get(0);
    return (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  }
}
