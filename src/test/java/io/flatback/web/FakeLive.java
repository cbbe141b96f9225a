package io.flatback.web;

import io.flatback.lift.RepEdit;
import io.flatback.session.LinkFigures;
import io.flatback.session.SessionEvent.SensorStatus;
import io.flatback.session.SessionResult;
import io.flatback.signal.Placement;
import io.flatback.store.Athlete;
import io.flatback.store.Database;
import io.flatback.store.NewSession;
import io.flatback.store.TrainingSession;
import io.flatback.store.TrainingSession.EndReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One platform without a sensor behind it; sessions are those of a real store. */
final class FakeLive implements LiveControl {
  private final Database database;
  final String platformId;
  final String sensorId;
  final List<RepEdit> edits = new ArrayList<>();
  final List<String> takenIn = new ArrayList<>();
  SessionResult result = Results.twoSets();
  PlatformView.@Nullable Trouble trouble;
  boolean calibrating;
  private Preparation preparation = new Preparation(null, null, null);
  private @Nullable String sessionId;

  FakeLive(Database database) {
    this.database = database;
    this.platformId = database.platforms().create("Platform 1").id();
    this.sensorId = database.sensors().register("sim:plain", Placement.LUMBAR, "flatback").id();
    database.sensors().place(sensorId, platformId);
  }

  PlatformView view() {
    Athlete athlete = preparation.athleteId() == null ? null : database.athletes().find(preparation.athleteId()).orElse(null);
    SensorStatus status =
        new SensorStatus("sim:plain", Placement.LUMBAR, SensorStatus.State.STREAMING, "", "bench", new LinkFigures(100, Double.NaN, 0, 12.5, Double.NaN, 80, null, null));
    return new PlatformView(
        platformId, "Platform 1", false, athlete, preparation.exercise(), preparation.loadKg(), sessionId, List.of(status), trouble);
  }

  @Override
  public List<PlatformView> platforms() {
    return List.of(view());
  }

  @Override
  public List<InReach> inReach(boolean ask) {
    return List.of(
        new InReach("serial:/dev/ttyACM0", "XIAO", ask ? InReach.State.ANSWERS : InReach.State.NOT_ASKED, ask ? "flatback" : "", "", null, null, null, null, ""));
  }

  @Override
  public String takeIn(String sensor, @Nullable Placement placement, @Nullable String platform) {
    takenIn.add(sensor + " " + placement + " " + platform);
    return sensorId;
  }

  @Override
  public boolean letGo(String id) {
    return id.equals(sensorId);
  }

  @Override
  public List<Finding> examine() {
    return List.of(Finding.good("Java", "25"), Finding.bad("port", "/dev/ttyACM0 belongs to dialout", "join it"));
  }

  @Override
  public Optional<PlatformView> platform(String id) {
    return id.equals(platformId) ? Optional.of(view()) : Optional.empty();
  }

  @Override
  public PlatformView prepare(String id, Preparation wanted) {
    preparation = wanted;
    return view();
  }

  @Override
  public PlatformView calibrate(String id) {
    calibrating = true;
    return view();
  }

  @Override
  public PlatformView cancelCalibration(String id) {
    calibrating = false;
    return view();
  }

  @Override
  public boolean forgetDeviceCalibration(String id) {
    return database.sensors().forgetCalibration(id);
  }

  @Override
  public TrainingSession start(String id, Preparation wanted) {
    if (wanted.athleteId() == null) {
      throw ProblemException.platformWithoutAthlete("Platform 1 has no athlete.", "Name one.");
    }
    if (sessionId != null) {
      throw ProblemException.platformBusy("Platform 1 has a session that goes on.", "End it first.");
    }
    preparation = wanted;
    TrainingSession session =
        database.sessions().start(
            new NewSession(wanted.athleteId(), id, List.of(sensorId), wanted.exercise(), wanted.loadKg(), null));
    sessionId = session.id();
    return session;
  }

  @Override
  public TrainingSession end(String id) {
    sessionId = null;
    return database.sessions().end(id, EndReason.REQUESTED).orElseThrow();
  }

  @Override
  public TrainingSession describe(String id, @Nullable String exercise, @Nullable Double loadKg) {
    database.sessions().describe(id, exercise, loadKg);
    return database.sessions().find(id).orElseThrow();
  }

  @Override
  public void delete(String id) {
    database.sessions().delete(id);
  }

  @Override
  public SessionResult result(String id) {
    return result;
  }

  @Override
  public SessionResult edit(String id, RepEdit edit) {
    edits.add(edit);
    return result;
  }

  @Override
  public Optional<PlatformView.Trouble> storageTrouble() {
    return Optional.ofNullable(trouble);
  }

  @Override
  public void athletesChanged() {}

  @Override
  public void judgedAnew(String athleteId) {}
}
