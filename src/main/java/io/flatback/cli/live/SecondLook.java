package io.flatback.cli.live;

import io.flatback.form.FormPreferences;
import io.flatback.form.LoadedHistory;
import io.flatback.form.summary.EarlierDays;
import io.flatback.recording.DecoderFactory;
import io.flatback.recording.Recording;
import io.flatback.session.KnownSensors;
import io.flatback.session.Reanalysis;
import io.flatback.session.SessionResult;
import io.flatback.session.SessionSettings;
import io.flatback.signal.Calibration;
import io.flatback.signal.Placement;
import io.flatback.store.Database;
import io.flatback.store.HistoryStore;
import io.flatback.store.Sensor;
import io.flatback.store.StoreException;
import io.flatback.store.TrainingSession;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Analyses a session's raw record, with all that is known of its wearer. Any thread. */
final class SecondLook {
  /** An analysis keeps a core busy for seconds; live sensors need the other. */
  private final Semaphore oneAtATime = new Semaphore(1, true);

  private final Database database;
  private final DecoderFactory decoders;

  SecondLook(Database database, DecoderFactory decoders) {
    this.database = database;
    this.decoders = decoders;
  }

  Recording recording(String sessionId) throws IOException {
    return database.recording(sessionId, decoders);
  }

  /** What is known of a session that starts now with these sensors. */
  SessionSettings settings(
      @Nullable String athleteId, @Nullable String exercise, @Nullable Double loadKg, List<String> sensorIds) {
    KnownSensors sensors = new KnownSensors(devices(sensorIds), List.of());
    return athleteId == null
        ? new SessionSettings(exercise, loadKg, LoadedHistory.NONE, FormPreferences.DEFAULT, List.of(), sensors,
            EarlierDays.NONE)
        : new SessionSettings(
            exercise,
            loadKg,
            database.history().of(athleteId, HistoryStore.exerciseOf(exercise)),
            database.athletes().preferences(athleteId),
            List.of(),
            sensors,
            database.history().daysSoFar(athleteId));
  }

  private Map<Placement, Calibration> devices(List<String> sensorIds) {
    Map<Placement, Calibration> devices = new EnumMap<>(Placement.class);
    for (String id : sensorIds) {
      Sensor sensor = database.sensors().find(id).orElse(null);
      if (sensor != null && sensor.calibration() != null) {
        devices.put(sensor.placement(), sensor.calibration().calibration());
      }
    }
    return devices;
  }

  SessionSettings settings(TrainingSession session) {
    return new SessionSettings(
        session.exercise(),
        session.loadKg(),
        database.history().before(session.startedAt(), session.athleteId(), HistoryStore.exerciseOf(session.exercise())),
        database.sessions().preferences(session.id()),
        database.edits().list(session.id()),
        new KnownSensors(database.sessions().deviceCalibrations(session.id()), List.of()),
        database.history().daysBefore(session.startedAt(), session.athleteId()));
  }

  SessionResult analyze(TrainingSession session) throws IOException {
    oneAtATime.acquireUninterruptibly();
    try {
      return Reanalysis.analyze(recording(session.id()), settings(session));
    } finally {
      oneAtATime.release();
    }
  }

  /** Puts what it finds in the place of what was found before. */
  SessionResult renew(String sessionId) throws IOException {
    TrainingSession session =
        database.sessions().find(sessionId).orElseThrow(() -> new StoreException("no session " + sessionId));
    SessionResult result = analyze(session);
    database.results().replace(sessionId, result);
    return result;
  }
}
