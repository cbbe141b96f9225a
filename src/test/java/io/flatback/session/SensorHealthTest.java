package io.flatback.session;

import static io.flatback.session.SessionEvent.SensorStatus.State.CONNECTING;
import static io.flatback.session.SessionEvent.SensorStatus.State.DEGRADED;
import static io.flatback.session.SessionEvent.SensorStatus.State.SILENT;
import static io.flatback.session.SessionEvent.SensorStatus.State.STREAMING;
import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.signal.StreamFacts;
import org.junit.jupiter.api.Test;

class SensorHealthTest {
  private static final long SECOND = 1_000_000_000L;

  private final SensorHealth health = new SensorHealth();

  private static StreamFacts facts(double rateHz, long samples, long lost, long faults) {
    return new StreamFacts("one", 100, rateHz, 1, samples, lost, faults, faults > 0 ? "crc" : "", null);
  }

  private SensorHealth.Verdict afterSixSeconds(StreamFacts begin, StreamFacts end) {
    health.connected(0);
    for (long second = 0; second < 6; second++) {
      health.samplesCame(second * SECOND, begin);
    }
    health.samplesCame(6 * SECOND - 1, end);
    return health.verdict(6 * SECOND, end);
  }

  @Test
  void isWellWithAFewLostReadingsAndAFewDamagedFrames() {
    assertThat(afterSixSeconds(facts(100, 5, 0, 0), facts(103, 600, 20, 4)))
        .isEqualTo(new SensorHealth.Verdict(STREAMING, ""));
  }

  @Test
  void whatWasLostBeforeTheStreamBeganDoesNotCount() {
    assertThat(afterSixSeconds(facts(100, 5, 90_000, 700), facts(100, 600, 90_000, 700)).state()).isEqualTo(STREAMING);
  }

  @Test
  void saysWhatIsWrongInNumbers() {
    assertThat(afterSixSeconds(facts(100, 0, 0, 0), facts(100, 450, 50, 0)))
        .isEqualTo(
            new SensorHealth.Verdict(DEGRADED, "10 % of readings lost in the last 5 s: bring the sensor closer"));
    assertThat(afterSixSeconds(facts(100, 0, 0, 0), facts(100, 500, 0, 12)).reason()).startsWith("12 damaged frames");
    assertThat(afterSixSeconds(facts(100, 0, 0, 0), facts(49.96, 500, 0, 0)).reason())
        .isEqualTo("measured 50.0 Hz, expected 100.0 Hz");
    assertThat(afterSixSeconds(facts(100, 0, 0, 0), facts(112, 500, 0, 0)).state()).isEqualTo(DEGRADED);
    assertThat(afterSixSeconds(facts(100, 0, 0, 0), facts(92, 500, 0, 0)).state()).isEqualTo(STREAMING);
  }

  @Test
  void anUnknownRateIsNoWrongRate() {
    assertThat(afterSixSeconds(facts(Double.NaN, 0, 0, 0), facts(Double.NaN, 500, 0, 0)).state())
        .isEqualTo(STREAMING);
  }

  @Test
  void silenceIsToldApartByWhatCame() {
    health.connected(0);
    assertThat(health.verdict(SECOND, StreamFacts.UNKNOWN).state()).isEqualTo(CONNECTING);
    assertThat(health.verdict(2 * SECOND, StreamFacts.UNKNOWN).reason()).contains("nothing comes");
    health.bytesCame(new byte[40], 40);
    assertThat(health.verdict(2 * SECOND, StreamFacts.UNKNOWN).reason()).contains("asked to start");
    SensorHealth.Verdict unreadable = health.verdict(2 * SECOND, facts(100, 0, 0, 3));
    assertThat(unreadable.state()).isEqualTo(SILENT);
    assertThat(unreadable.reason()).contains("nothing readable", "crc");
  }

  @Test
  void whatTheDecoderIsTroubledByIsDegradedAtOnce() {
    StreamFacts troubled = new StreamFacts("one", 100, 100, 1, 288, 0, 0, "", null, "readings stalled for 239 ms");
    health.connected(0);
    health.samplesCame(SECOND, troubled);

    assertThat(health.verdict(SECOND, troubled))
        .isEqualTo(new SensorHealth.Verdict(DEGRADED, "readings stalled for 239 ms"));
    assertThat(health.verdict(SECOND, facts(288, 0, 0, 100)).state()).isEqualTo(STREAMING);
  }
}
