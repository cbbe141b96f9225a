package io.flatback.web;

import static io.flatback.web.Json.rounded;
import static io.flatback.web.Json.seconds;

import io.flatback.motion.guided.GuidedCalibration;
import io.flatback.session.CalibrationOutcome;
import io.flatback.session.CalibrationProgress;
import io.flatback.session.LinkFigures;
import io.flatback.session.SessionEvent;
import io.flatback.session.SessionEvent.SensorStatus;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Session events as the interface tells them.
 *
 * @param followsBack as far as the mounting is known
 */
record LiveTranslation(String platform, @Nullable String session, Instant at, boolean followsBack) {

  LivePayload of(SessionEvent event) {
    double tS = seconds(event.timeNanos());
    return switch (event) {
      case SessionEvent.SensorChanged e -> sensor(tS, e.status());
      case SessionEvent.PostureSampled e -> posture(tS, e);
      case SessionEvent.MountingFound e ->
          new LivePayload.Calibration(
              platform, tS, at, e.placement().key(), rounded(e.confidence(), 3), e.followsBack());
      case SessionEvent.CalibrationChanged e -> guided(tS, e.progress());
      case SessionEvent.SetStarted e ->
          new LivePayload.SetBegan(platform, tS, at, session, e.set(), e.exercise(), e.exerciseGuessed());
      case SessionEvent.RepStarted e -> new LivePayload.RepBegan(platform, tS, at, session, e.set(), e.rep());
      case SessionEvent.RepProvisional e ->
          new LivePayload.RepSeen(platform, tS, at, session, e.set(), e.rep().index(), ReportShapes.rep(e.rep()));
      case SessionEvent.RepCompleted e ->
          new LivePayload.RepDone(platform, tS, at, session, e.set(), e.rep().index(), ReportShapes.rep(e.rep()));
      case SessionEvent.RepWithdrawn e -> withdrawn(tS, e);
      case SessionEvent.BandsLearnt e ->
          new LivePayload.Bands(platform, tS, at, session, e.set(), ReportShapes.bands(e.bands()));
      case SessionEvent.WarningRaised e ->
          new LivePayload.Raised(
              platform, tS, at, session, e.set(), e.warning().rep(), ReportShapes.warning(e.warning()));
      case SessionEvent.SetSummarised e ->
          new LivePayload.Summarised(
              platform, tS, at, session, e.summary().set(), ReportShapes.summary(e.summary(), followsBack));
      case SessionEvent.SetEnded e ->
          new LivePayload.SetOver(platform, tS, at, session, e.set().index(), ReportShapes.ended(e, followsBack));
    };
  }

  private LivePayload sensor(double tS, SensorStatus status) {
    LinkFigures figures = status.figures();
    return new LivePayload.Sensor(
        platform,
        tS,
        at,
        status.sensor(),
        status.placement().key(),
        key(status.state()),
        status.reason(),
        status.device(),
        rounded(figures.rateHz(), 2),
        rounded(figures.jitterMs(), 2),
        rounded(figures.lossRatio(), 5),
        rounded(figures.roundTripMs(), 1),
        rounded(figures.clockAheadMs(), 1),
        rounded(figures.clockDriftPpm(), 1),
        figures.batteryPercent(),
        figures.signalDbm());
  }

  private LivePayload guided(double tS, CalibrationProgress progress) {
    CalibrationOutcome outcome = progress.outcome();
    String reason =
        outcome != null && outcome.verdict() instanceof GuidedCalibration.Refused refused
            ? refused.refusal().reason().key()
            : null;
    return new LivePayload.Guided(
        platform,
        tS,
        at,
        progress.step().key(),
        progress.step() == CalibrationProgress.Step.STAND_STILL ? Integer.valueOf(progress.secondsLeft()) : null,
        progress.hinge() == 0 ? null : Integer.valueOf(progress.hinge()),
        progress.text(),
        reason);
  }

  private LivePayload posture(double tS, SessionEvent.PostureSampled sample) {
    return new LivePayload.Posture(
        platform,
        tS,
        at,
        rounded(sample.inclinationDeg(), 2),
        rounded(sample.inclinationSigmaDeg(), 2),
        rounded(sample.lateralTiltDeg(), 2),
        rounded(sample.lumbarFlexionDeg(), 2),
        key(sample.phase()),
        rounded(sample.confidence(), 3));
  }

  private LivePayload withdrawn(double tS, SessionEvent.RepWithdrawn event) {
    Integer rep = event.rep() == 0 ? null : event.rep();
    return new LivePayload.RepTakenBack(
        platform, tS, at, session, event.set(), rep, ReportShapes.rejected(event.candidate()));
  }

  static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
