package io.flatback.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.form.compare.Loads;
import io.flatback.session.SessionResult;
import io.flatback.session.WorkSet;
import io.flatback.session.compare.ComparedRecord;
import io.flatback.session.compare.SetComparison;
import io.flatback.session.compare.SetComparison.Compared;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class SinceLastTimeTest {
  private static final ComparedRecord MONDAY = session("monday", 16, 40, 100, 120);
  private static final ComparedRecord WEDNESDAY = session("wednesday", 18, 42, 100, 140);

  @Test
  void aRecordByItselfHasNoHistoryAndSaysNothingOfIt() {
    ReportModel model = Sessions.model(session(40, 100));

    assertThat(model.sinceLastTime()).isEmpty();
    assertThat(model.betweenSessions()).isEmpty();
    assertThat(TextReport.render(model)).doesNotContain("Since last time");
    assertThat(HtmlReport.render(model)).doesNotContain("Since last time");
    assertThat(JsonReport.tree(model).path("since_last_time").isEmpty()).isTrue();
  }

  @Test
  void looksForTheSameLoadFirstThenForTheNewestSession() {
    List<SetComparison> since = model(session(43, 100, 120, 200)).sinceLastTime();

    assertThat(since).extracting(one -> one.from().record()).containsExactly("wednesday", "monday", "wednesday");
    assertThat(since).extracting(one -> one.from().set().loadKg()).containsExactly(100.0, 120.0, 140.0);
    assertThat(since).extracting(one -> ((Compared) one).loads()).containsExactly(
        Loads.SAME, Loads.SAME, Loads.DIFFERENT);
  }

  @Test
  void doesNotTellDaysApartByLessThanTenDegrees() {
    String small = SinceWords.of(model(session(49, 100)).sinceLastTime().getFirst());
    String large = SinceWords.of(model(session(62, 100)).sinceLastTime().getFirst());

    assertThat(small).contains("set 1, 100 kg of 18 November").contains("+7.0\u00b0 \u00b1").contains("not told apart");
    assertThat(large).contains("+20.0\u00b0 \u00b1").contains("more than days differ by");
  }

  @Test
  void comparesTempoAtTheSameLoadOnly() {
    assertThat(SinceWords.of(model(session(42, 100)).sinceLastTime().getFirst())).contains("time of a pull");
    assertThat(SinceWords.of(model(session(42, 170)).sinceLastTime().getFirst()))
        .contains("the load differs, which alone changes")
        .doesNotContain("time of a pull");
    BetweenSessions sessions = model(session(42, 120)).betweenSessions().getFirst();
    assertThat(sessions.points()).extracting(point -> point.pullSeconds().isPresent())
        .containsExactly(true, false, true);
  }

  @Test
  void drawsTheLastSessionsOldestFirstWithTheBandOfDaysBehindThePosture() {
    ReportModel model = model(session(43, 100));
    BetweenSessions sessions = model.betweenSessions().getFirst();

    assertThat(sessions.points()).extracting(SessionPoint::session).containsExactly("monday", "wednesday", "s-42");
    assertThat(sessions.usualDeg()).isBetween(40.9, 41.1);
    assertThat(HtmlReport.render(model)).contains("not told apart between days").contains("16 November");
    assertThat(TextReport.render(model).lines()).allMatch(line -> line.length() <= TextPage.WIDTH);
    ObjectNode json = JsonReport.tree(model);
    assertThat(json.at("/between_sessions/0/sessions").size()).isEqualTo(3);
    assertThat(json.at("/between_sessions/0/not_told_apart_below_deg").asDouble()).isEqualTo(10);
    assertThat(json.at("/since_last_time/0/range_of_inclination_deg/uncertainty").isNumber()).isTrue();
  }

  @Test
  void leavesOutASessionInWhichTheSensorHungFreeAndOneOfAnotherExercise() {
    ComparedRecord loose = new ComparedRecord("loose", Instant.parse("2026-11-20T10:00:00Z"), Sessions.loose());
    ReportModel model = ReportModel.of(session(43, 100), Sessions.CONTEXT, List.of(loose, WEDNESDAY, MONDAY));

    assertThat(model.betweenSessions().getFirst().points()).extracting(SessionPoint::session).doesNotContain("loose");
    WorkSet squat = set(1, 40, 100).exercise("squat", false).build();
    ReportModel other =
        ReportModel.of(Sessions.oneSensor(60, squat), Sessions.CONTEXT, List.of(WEDNESDAY, MONDAY));
    assertThat(other.sinceLastTime()).isEmpty();
    assertThat(other.betweenSessions()).isEmpty();
  }

  private static ReportModel model(SessionResult now) {
    return ReportModel.of(now, Sessions.CONTEXT, List.of(WEDNESDAY, MONDAY));
  }

  private static ComparedRecord session(String id, int day, double leanDeg, double... loadsKg) {
    return new ComparedRecord(id, Instant.parse("2026-11-" + day + "T10:00:00Z"), session(leanDeg, loadsKg));
  }

  private static SessionResult session(double leanDeg, double... loadsKg) {
    List<WorkSet> sets = new ArrayList<>();
    for (int i = 0; i < loadsKg.length; i++) {
      sets.add(set(i + 1, leanDeg, loadsKg[i]).build());
    }
    return Sessions.oneSensor(600, sets.toArray(WorkSet[]::new));
  }

  private static SetBuilder set(int index, double leanDeg, double loadKg) {
    return new SetBuilder(index, 120.0 * index)
        .pulls(.8, .82, .81, .83, .8, .81)
        .onsets(leanDeg, leanDeg + 1, leanDeg - 1, leanDeg + 1, leanDeg - 1, leanDeg)
        .load(loadKg);
  }
}
