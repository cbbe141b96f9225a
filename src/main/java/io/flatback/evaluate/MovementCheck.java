package io.flatback.evaluate;

import io.flatback.lift.TrunkMovement;
import io.flatback.lift.TrunkMovements;
import io.flatback.session.SeriesRow;
import io.flatback.session.SeriesSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The movements of a trunk, bent and turned as told, against how many there were of each kind; and whether forward
 * and right were found as the sensors lay, which were put on with x right, y up and z out of the back.
 */
final class MovementCheck implements SeriesSink {
  private final Map<String, Integer> expected;
  private final TrunkMovements movements = new TrunkMovements();
  private final SignCheck lumbar = new SignCheck();
  private final SignCheck sacrum = new SignCheck();

  private MovementCheck(Map<String, Integer> expected) {
    this.expected = expected;
  }

  /** @return empty where the truth does not speak of such movements */
  static Optional<MovementCheck> read(Path truthJson) throws IOException {
    if (!Files.exists(truthJson)) {
      return Optional.empty();
    }
    JsonNode json = new ObjectMapper().readTree(truthJson.toFile());
    if (!json.has("forward_bends")) {
      return Optional.empty();
    }
    Map<String, Integer> expected = new TreeMap<>();
    expected.put(key(TrunkMovement.Kind.FORWARD_BEND), json.required("forward_bends").asInt());
    int sideBends = json.required("side_bends_each_way").asInt();
    expected.put(key(TrunkMovement.Kind.SIDE_BEND_LEFT), sideBends);
    expected.put(key(TrunkMovement.Kind.SIDE_BEND_RIGHT), sideBends);
    int turns = json.required("turns_each_way").asInt();
    expected.put(key(TrunkMovement.Kind.TURN_LEFT), turns);
    expected.put(key(TrunkMovement.Kind.TURN_RIGHT), turns);
    return Optional.of(new MovementCheck(expected));
  }

  @Override
  public void row(SeriesRow row) {
    SeriesRow.Segment primary = row.primary();
    if (Double.isNaN(primary.sagittalInclinationDeg())) {
      return;
    }
    movements.update(
        row.timeNanos(), primary.sagittalInclinationDeg(), primary.lateralInclinationDeg(), row.trunkTurnDeg());
    lumbar.add(primary);
    SeriesRow.Segment second = row.second();
    if (second != null) {
      sacrum.add(second);
    }
  }

  /** Of the kinds that the truth speaks of. */
  MovementScore score() {
    return score(movements.finish());
  }

  private MovementScore score(List<TrunkMovement> found) {
    Map<String, Integer> counts = new TreeMap<>();
    expected.keySet().forEach(kind -> counts.put(kind, 0));
    found.forEach(movement -> counts.computeIfPresent(key(movement.kind()), (kind, count) -> count + 1));
    return new MovementScore(counts, expected);
  }

  /** Forward and right of both sensors. */
  boolean signsRight() {
    return lumbar.isRight() && sacrum.isRight();
  }

  private static String key(TrunkMovement.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** Angles as found against those of a sensor with x right, y up and z out of the back: do they go together? */
  private static final class SignCheck {
    private final Covariance sagittal = new Covariance();
    private final Covariance lateral = new Covariance();

    void add(SeriesRow.Segment segment) {
      sagittal.add(segment.sagittalInclinationDeg(), Math.atan2(segment.upZ(), segment.upY()));
      lateral.add(segment.lateralInclinationDeg(), Math.asin(Math.clamp(-segment.upX(), -1.0, 1.0)));
    }

    boolean isRight() {
      return sagittal.sum() > 0.0 && lateral.sum() > 0.0;
    }
  }

  private static final class Covariance {
    private long count;
    private double meanA;
    private double meanB;
    private double sum;

    void add(double a, double b) {
      count++;
      double beforeA = a - meanA;
      meanA += beforeA / count;
      meanB += (b - meanB) / count;
      sum += beforeA * (b - meanB);
    }

    double sum() {
      return sum;
    }
  }
}
