package io.flatback.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flatback.lift.Rep;
import io.flatback.lift.RepQuality;
import io.flatback.lift.RepEdit;
import io.flatback.session.SessionEvent;
import io.flatback.session.SessionResult;
import io.flatback.session.WorkSet;
import io.flatback.signal.Placement;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultStoreTest {
  @TempDir Path directory;
  private Gym gym;
  private TrainingSession session;

  @BeforeEach
  void open() {
    gym = Gym.in(directory);
    session = gym.start(gym.lumbar);
  }

  @AfterEach
  void close() {
    gym.close();
  }

  @Test
  void keepsEveryPartOfTheSecondLook() {
    SessionResult result =
        Results.result(
            Results.set(
                1,
                List.of(Results.rep(1, 0.8), Results.rep(2, 0.9, RepQuality.GAP, RepQuality.PARTIAL)),
                List.of(Results.warning(2))),
            Results.set(2, 0.8, 0.8));
    gym.end(session);
    gym.database.results().replace(session.id(), result);
    assertSame(find(), result);
    TrainingSession listed = gym.database.sessions().find(session.id()).orElseThrow();
    assertThat(listed.analysedAt()).isNotNull();
    assertThat(List.of(listed.sets(), listed.reps(), listed.warnings())).containsExactly(2, 4, 1);
  }

  @Test
  void leavesNothingOfTheFirstLookBehind() {
    gym.database.results().replace(session.id(), Results.result(Results.set(1, 1, 1, 1), Results.set(2, 1)));
    SessionResult second = Results.result(Results.set(1, 1));
    gym.database.results().replace(session.id(), second);
    assertSame(find(), second);
  }

  @Test
  void keepsASetAsItHappens() {
    WorkSet whole = Results.set(1, List.of(Results.rep(1, 0.8), Results.rep(2, 1.2)), List.of(Results.warning(2)));
    List<SessionEvent> events =
        List.of(
            new SessionEvent.MountingFound(5, Placement.LUMBAR, 0.9, true),
            new SessionEvent.RepProvisional(6, 1, Results.rep(1, 0.7)),
            new SessionEvent.SetStarted(1_000_000_000L, 1, "deadlift", true),
            new SessionEvent.RepCompleted(7, 1, Results.rep(1, 0.8)),
            new SessionEvent.RepStarted(7, 1, 2),
            new SessionEvent.RepProvisional(8, 1, Results.rep(3, 1.2)),
            new SessionEvent.RepWithdrawn(9, 1, 3, Results.rejected()),
            new SessionEvent.RepCompleted(9, 1, Results.rep(2, 1.2)),
            new SessionEvent.WarningRaised(9, 1, Results.warning(2)));
    events.forEach(this::save);

    WorkSet live = find().sets().getFirst();
    assertThat(live.reps()).isEqualTo(whole.reps());
    assertThat(live.warnings()).isEqualTo(whole.warnings());
    assertThat(live.rejected()).isEqualTo(whole.rejected());
    assertThat(live.startNanos()).isEqualTo(1_000_000_000L);
    assertThat(live.endNanos()).isEqualTo(whole.reps().getLast().endNanos());
    assertThat(find().mounting().sensors().get(Placement.LUMBAR).confidence()).isEqualTo(0.9);

    SessionResult before = find();
    events.forEach(this::save);
    assertSame(find(), before);

    save(new SessionEvent.SetEnded(10, whole));
    assertThat(find().sets()).hasSize(1).first().usingRecursiveComparison(whereNanIsNan()).isEqualTo(whole);
  }

  @Test
  void showsNoSetBeforeItIsKnownToBeOne() {
    save(new SessionEvent.RepProvisional(6, 1, Results.rep(1, 0.7)));
    assertThat(find().sets()).isEmpty();
    save(new SessionEvent.SetStarted(1, 1, "deadlift", false));
    assertThat(find().sets()).hasSize(1).first().extracting(WorkSet::reps).isEqualTo(List.of());
  }

  @Test
  void doesNotMakeACompletedRepProvisionalAgain() {
    Rep rep = Results.rep(1, 0.7);
    save(new SessionEvent.SetStarted(1, 1, "deadlift", false));
    save(new SessionEvent.RepCompleted(6, 1, rep));
    save(new SessionEvent.RepProvisional(6, 1, Results.rep(1, 0.6)));
    assertThat(find().sets().getFirst().reps()).containsExactly(rep);
  }

  @Test
  void keepsNoLiveEventAfterTheSecondLook() {
    gym.end(session);
    SessionResult result = Results.result(Results.set(1, 1));
    gym.database.results().replace(session.id(), result);
    save(new SessionEvent.RepCompleted(6, 1, Results.rep(7, 1)));
    assertSame(find(), result);
  }

  @Test
  void changesNothingWhenAPartCannotBeKept() {
    SessionResult good = Results.result(Results.set(1, 1));
    gym.database.results().replace(session.id(), good);
    SessionResult twice = Results.result(Results.set(1, 1, 1), Results.set(1, 1));
    assertThatThrownBy(() -> gym.database.results().replace(session.id(), twice)).isInstanceOf(StoreException.class);
    assertSame(find(), good);
  }

  @Test
  void saysWhenTheSessionIsGone() {
    assertThat(gym.database.results().find("nobody")).isEmpty();
    assertThatThrownBy(() -> gym.database.results().replace("nobody", Results.result()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("nobody");
    assertThatThrownBy(() -> gym.database.results().save("nobody", new SessionEvent.SetStarted(1, 1, "squat", true)))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("nobody");
  }

  @Test
  void keepsEditsInTheirOrderAndTakesTheLastOneBack() {
    RepEdit first = new RepEdit(RepEdit.Kind.DELETE, 5, 6);
    RepEdit second = new RepEdit(RepEdit.Kind.SPLIT, 1, 1);
    gym.database.edits().add(session.id(), first);
    gym.database.edits().add(session.id(), second);
    assertThat(gym.database.edits().list(session.id())).containsExactly(first, second);
    assertThat(gym.database.edits().undoLast(session.id())).isEqualTo(second);
    assertThat(gym.database.edits().list(session.id())).containsExactly(first);
    assertThat(gym.database.edits().undoLast(session.id())).isEqualTo(first);
    assertThat(gym.database.edits().undoLast(session.id())).isNull();
  }

  private void save(SessionEvent event) {
    gym.database.results().save(session.id(), event);
  }

  private SessionResult find() {
    return gym.database.results().find(session.id()).orElseThrow();
  }

  private static void assertSame(SessionResult found, SessionResult expected) {
    assertThat(found).usingRecursiveComparison(whereNanIsNan()).isEqualTo(expected);
  }

  private static RecursiveComparisonConfiguration whereNanIsNan() {
    return RecursiveComparisonConfiguration.builder()
        .withEqualsForType(Double::equals, Double.class)
        .withEqualsForType(Float::equals, Float.class)
        .build();
  }
}
