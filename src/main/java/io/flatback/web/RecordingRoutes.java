package io.flatback.web;

import io.flatback.recording.CsvWriter;
import io.flatback.recording.DecoderFactory;
import io.flatback.recording.Recording;
import io.flatback.recording.RecordingReader;
import io.flatback.store.Database;
import io.flatback.store.TrainingSession;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;

/** The raw record of a session. */
final class RecordingRoutes {
  private static final String CSV = "text/csv; charset=utf-8";

  private final Database database;
  private final DecoderFactory decoders;

  RecordingRoutes(Database database, DecoderFactory decoders) {
    this.database = database;
    this.decoders = decoders;
  }

  List<Operation> operations() {
    return List.of(
        Operation.get(
            "/api/v1/sessions/{id}/recording",
            "getRecording",
            "The session's raw readings as recording CSV.",
            new Operation.TextAnswer(200, "Recording CSV.", List.of("text/csv")),
            this::recording));
  }

  private void recording(Context ctx) throws IOException {
    TrainingSession session = SessionRoutes.found(database.sessions(), ctx.pathParam("id"));
    Recording recording = database.recording(session.id(), decoders);
    if (recording.placements().isEmpty()) {
      throw ProblemException.notFound(
          "recording of session " + session.id() + " yet", "Wait until its sensor has sent something.");
    }
    ctx.contentType(CSV).header("Content-Disposition", "attachment; filename=\"" + fileName(session) + "\"");
    try (RecordingReader reader = recording.open();
        CsvWriter writer = new CsvWriter(ctx.outputStream(), recording.placements(), recording.notes())) {
      while (reader.next()) {
        writer.write(reader.placement(), reader.event());
      }
    }
  }

  private static String fileName(TrainingSession session) {
    String day = session.startedAt().toString().substring(0, 10);
    return "flatback-" + day + "-" + session.id() + ".csv";
  }
}
