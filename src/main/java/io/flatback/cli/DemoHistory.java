package io.flatback.cli;

import io.flatback.form.FormPreferences;
import io.flatback.form.summary.EarlierDays;
import io.flatback.form.LoadedHistory;
import io.flatback.recording.CsvWriter;
import io.flatback.recording.RecordingReader;
import io.flatback.recording.ReplayLink;
import io.flatback.session.KnownSensors;
import io.flatback.session.Reanalysis;
import io.flatback.session.SessionSettings;
import io.flatback.signal.Placement;
import io.flatback.sim.Scenarios;
import io.flatback.sim.SimulatedRecording;
import io.flatback.store.Athlete;
import io.flatback.store.Database;
import io.flatback.store.NewSession;
import io.flatback.store.RawStream;
import io.flatback.store.Sensor;
import io.flatback.store.TrainingSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Gives the demo's lifter a past: simulated sessions of the last days, recorded and analysed as true ones
 * are. They are enough for his own noise to be known, so that the live set may warn.
 */
final class DemoHistory {
  private static final String SCENARIO = "earlier-session";
  private static final String EXERCISE = "deadlift";
  private static final String SENSOR = "sim:" + SCENARIO;
  private static final List<Integer> DAYS_AGO = List.of(7, 5, 2);
  private static final int CHUNK_BYTES = 16_384;

  private DemoHistory() {}

  static void write(Path dataDirectory, String athlete, Instant now) throws IOException {
    for (int days : DAYS_AGO) {
      Instant start = now.minus(Duration.ofDays(days));
      try (Database database = Database.open(dataDirectory, InstantSource.fixed(start))) {
        List<Athlete> known = database.athletes().list();
        Athlete lifter = known.isEmpty() ? database.athletes().create(athlete) : known.getFirst();
        session(database, lifter, days, start);
      }
    }
  }

  private static void session(Database database, Athlete lifter, long seed, Instant start) throws IOException {
    SimulatedRecording recording = new SimulatedRecording(Scenarios.of(SCENARIO), seed);
    Sensor sensor = database.sensors().register(SENSOR, Placement.LUMBAR, ReplayLink.CSV_DRIVER);
    RawStream stream = database.journal().startStream(sensor.id(), 0);
    TrainingSession session =
        database.sessions().start(new NewSession(lifter.id(), null, List.of(sensor.id()), EXERCISE, null, start));
    append(database, stream, csv(recording, database.directory()));
    LoadedHistory history = database.history().before(start, lifter.id(), EXERCISE);
    SessionSettings settings =
        new SessionSettings(EXERCISE, null, history, FormPreferences.DEFAULT, List.of(), KnownSensors.NONE,
            EarlierDays.NONE);
    database.results().replace(
        session.id(), Reanalysis.analyze(database.recording(session.id(), Drivers.DECODERS), settings));
    Instant end = start.plusMillis(Math.round(recording.truth().durationSeconds() * 1000));
    var unused = database.sessions().end(session.id(), TrainingSession.EndReason.RECORDING_OVER, end);
  }

  private static void append(Database database, RawStream stream, byte[] csv) {
    byte[] chunk = new byte[CHUNK_BYTES];
    for (int from = 0; from < csv.length; from += CHUNK_BYTES) {
      int length = Math.min(CHUNK_BYTES, csv.length - from);
      System.arraycopy(csv, from, chunk, 0, length);
      database.journal().append(stream.id(), from, chunk, length);
    }
    database.journal().endStream(stream.id());
  }

  private static byte[] csv(SimulatedRecording recording, Path directory) throws IOException {
    Path file = directory.resolve("history.csv");
    try (RecordingReader reader = recording.open();
        CsvWriter writer = CsvWriter.create(file, recording.placements(), recording.notes())) {
      while (reader.next()) {
        writer.write(reader.placement(), reader.event());
      }
    }
    byte[] bytes = Files.readAllBytes(file);
    Files.delete(file);
    return bytes;
  }
}
