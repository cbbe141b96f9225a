package io.flatback.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.recording.CsvSignalDecoder;
import io.flatback.recording.CsvWriter;
import io.flatback.recording.RecordingNotes;
import io.flatback.report.ReportContext;
import io.flatback.report.ReportFormat;
import io.flatback.report.ReportModel;
import io.flatback.session.Reanalysis;
import io.flatback.session.SessionSettings;
import io.flatback.signal.Placement;
import io.flatback.sim.Scenarios;
import io.flatback.sim.SimulatedRecording;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What is told while a recording streams, what is told while nobody lifts, and what never changes. */
class LiveScoresTest {

  @Test
  void everyRepIsToldOnceAndNoneBeforeItsLockout() throws IOException {
    HeldRecording clean = HeldRecording.of(new SimulatedRecording(Scenarios.of("clean"), 2));
    LiveRun live = LiveRun.of(clean);
    assertThat(live.completed()).hasSize(8);
    for (LiveRun.Told told : live.completed()) {
      assertThat(told.completedSeconds()).isGreaterThan(RepMoment.LOCKOUT.seconds(told.rep()));
    }
    Lags lags = Lags.of(live);
    assertThat(lags.decided().count() + lags.whileMounting().count()).isEqualTo(8);
    assertThat(lags.decided().median()).as("the hold that decides").isBetween(0.15, 0.3);
  }

  @Test
  void aDetectorThatCountsEverythingRaisesAlarms() throws IOException {
    LiveRun nothing = LiveRun.of(HeldRecording.of(new SimulatedRecording(Scenarios.of("walking"), 1)));
    List<Span> idle = List.of(new Span(0, 1800));
    Alarms quiet = Alarms.of(idle, List.of(), nothing);
    Alarms loud = Alarms.of(idle, FoundReps.at(10, 20, 1900), nothing);
    assertThat(quiet.any()).isFalse();
    assertThat(quiet.hours()).isEqualTo(0.5);
    assertThat(loud.reps()).as("the third lies beyond").isEqualTo(2);
  }

  @Test
  void whoLiftsIsNotIdleAndWhoWalksIs() {
    List<Span> walking = SimulatedTruth.idle(new SimulatedRecording(Scenarios.of("walking"), 1).truth());
    assertThat(walking).hasSize(1);
    var truth = new SimulatedRecording(Scenarios.of("twists-and-shoes"), 1).truth();
    List<Span> idle = SimulatedTruth.idle(truth);
    truth.reps().forEach(rep -> assertThat(idle).noneMatch(span -> span.holds(rep.bottomSeconds())));
    truth.notReps().stream()
        .filter(move -> move.set() == 0)
        .forEach(move -> assertThat(idle).anyMatch(span -> span.holds((move.startSeconds() + move.endSeconds()) / 2)));
  }

  @Test
  void turningTheSensorTurnsTheReadingsAndNothingElse() throws IOException {
    HeldRecording straight = HeldRecording.of(new SimulatedRecording(Scenarios.of("single"), 1));
    HeldRecording turned = Rotations.turned(straight, 1);
    assertThat(turned.readings()).hasSameSizeAs(straight.readings()).isNotEqualTo(straight.readings());
    assertThat(Rotations.turned(straight, 1)).isEqualTo(turned);
    assertThat(Rotations.turned(straight, 2)).isNotEqualTo(turned);
    RemountScore score = RemountScore.of(straight, 2);
    assertThat(score.rotations()).isEqualTo(2);
    assertThat(score.otherCounts()).isZero();
    assertThat(score.worstDeg()).isBetween(0.0, 0.5);
  }

  @Test
  void theReportDoesNotDependOnHowTheBytesWereCut() throws IOException {
    SimulatedRecording recording = new SimulatedRecording(Scenarios.of("twists-and-shoes"), 4);
    byte[] csv = csv(recording);
    String whole = report(decoded(csv, new SplittableRandom(1), csv.length + 1));
    for (long seed = 1; seed <= 4; seed++) {
      assertThat(report(decoded(csv, new SplittableRandom(seed), 3000))).as("seed %d", seed).isEqualTo(whole);
    }
  }

  private static byte[] csv(SimulatedRecording recording) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (CsvWriter writer = new CsvWriter(bytes, recording.placements(), recording.notes());
        var reader = recording.open()) {
      while (reader.next()) {
        writer.write(reader.placement(), reader.event());
      }
    }
    return bytes.toByteArray();
  }

  private static HeldRecording decoded(byte[] csv, SplittableRandom random, int longest)
      throws IOException {
    CsvSignalDecoder decoder = new CsvSignalDecoder("cut", Placement.LUMBAR);
    List<HeldRecording.Reading> readings = new ArrayList<>();
    for (int at = 0; at < csv.length; ) {
      int length = Math.min(csv.length - at, longest > csv.length ? longest : random.nextInt(1, longest));
      decoder.offer(csv, at, length, 0);
      drain(decoder, readings);
      at += length;
    }
    decoder.finish();
    drain(decoder, readings);
    return new HeldRecording(
        RecordingNotes.NONE, List.of(Placement.LUMBAR), readings);
  }

  private static void drain(CsvSignalDecoder decoder, List<HeldRecording.Reading> into)
      throws IOException {
    while (decoder.next()) {
      into.add(new HeldRecording.Reading(decoder.placement(), decoder.event()));
    }
  }

  private static String report(HeldRecording recording) throws IOException {
    return ReportFormat.JSON.render(
        ReportModel.of(Reanalysis.analyze(recording, SessionSettings.UNKNOWN), ReportContext.ofVersion("test")));
  }
}
