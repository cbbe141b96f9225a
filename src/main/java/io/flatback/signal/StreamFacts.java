package io.flatback.signal;

import org.jspecify.annotations.Nullable;

/**
 * What a decoder knows of its stream so far, for the status of the sensor.
 *
 * @param device what the device calls itself; empty until it has said so
 * @param nominalRateHz what the device promises; NaN when it does not say
 * @param rateHz measured over device time; NaN until it is
 * @param jitterMs standard deviation of arrival against device time; NaN until known
 * @param samples readings passed on
 * @param lostSamples readings known to be missing
 * @param faults pieces of the byte stream that were no message
 * @param lastFault what the latest of them said; empty when there was none
 * @param batteryPercent null when the device does not say
 * @param trouble what the decoder makes of the last seconds, for people; empty while all is well
 */
public record StreamFacts(
    String device,
    double nominalRateHz,
    double rateHz,
    double jitterMs,
    long samples,
    long lostSamples,
    long faults,
    String lastFault,
    @Nullable Integer batteryPercent,
    String trouble) {
  public static final StreamFacts UNKNOWN =
      new StreamFacts("", Double.NaN, Double.NaN, Double.NaN, 0, 0, 0, "", null);

  /** For a decoder that has no trouble to tell. */
  public StreamFacts(
      String device,
      double nominalRateHz,
      double rateHz,
      double jitterMs,
      long samples,
      long lostSamples,
      long faults,
      String lastFault,
      @Nullable Integer batteryPercent) {
    this(
        device, nominalRateHz, rateHz, jitterMs, samples, lostSamples, faults, lastFault, batteryPercent, "");
  }

  /** Share of readings lost since the stream began. */
  public double lossRatio() {
    return lostSamples == 0 ? 0 : (double) lostSamples / (samples + lostSamples);
  }
}
