package io.flatback.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.SharedData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sets of one person, lifted well and otherwise on purpose. */
class SetPairTest {

  @Test
  void findsTheLargerRangeWhereItWasMeantAndGivesNoNumberForASensorThatHungFree() throws IOException {
    List<SetPair> pairs = SetPair.among(Evaluation.recordingsIn(SharedData.folder("real-lifts")));

    assertThat(pairs).extracting(SetPair::who).containsExactlyInAnyOrder("p1-deadlift", "p1-squat", "p2-deadlift");
    for (SetPair pair : pairs) {
      PairResult result = pair.run();
      assertThat(result.isRight()).as("%s: %s", pair.who(), result.found()).isTrue();
      assertThat(result.shift().isPresent()).as(pair.who()).isEqualTo(pair.who().startsWith("p1"));
    }
  }

  /** Either way round the shift is the same, and a set against itself has none. */
  @Test
  void isTheOppositeTheOtherWayRoundAndNothingAgainstItself() throws IOException {
    Path folder = SharedData.folder("real-lifts");
    Path good = folder.resolve("p1-squat-good.csv");
    Path rounded = folder.resolve("p1-squat-rounded.csv");
    double shift = new SetPair("", good, rounded).run().shift().orElseThrow().change();

    assertThat(new SetPair("", rounded, good).run().shift().orElseThrow().change()).isEqualTo(-shift);
    assertThat(new SetPair("", good, good).run().isRight()).isFalse();
  }

  @Test
  void pairsOnlyWhatLiesTogether() {
    assertThat(
            SetPair.among(
                List.of(
                    Path.of("a", "p1-good.csv"), Path.of("b", "p1-rounded.csv"), Path.of("a", "p2-rounded.csv"),
                    Path.of("a", "goods.csv"))))
        .isEmpty();
  }
}
