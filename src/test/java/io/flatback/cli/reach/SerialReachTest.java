package io.flatback.cli.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.flatback.link.FakeClock;
import io.flatback.link.LinkLostException;
import io.flatback.link.SerialPorts.Port;
import io.flatback.web.InReach;
import io.flatback.web.InReach.State;
import io.flatback.web.PortChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SerialReachTest {
  private static final Port OLD = new Port("/dev/ttyUSB0", "printer");
  private static final Port USED = new Port("/dev/ttyUSB1", "sensor");
  private static final Port NEW = new Port("/dev/ttyACM0", "XIAO");

  private final List<Port> ports = new CopyOnWriteArrayList<>(List.of(OLD, USED));
  private final List<String> probed = new CopyOnWriteArrayList<>();
  private final SerialReach reach =
      new SerialReach(() -> ports, this::probe);
  private final Set<String> inUse = Set.of("serial:/dev/ttyUSB1?baud=9600", "sim:clean");

  @Test
  void autoTriesAPortThatCouldNotBeOpenedAgainSoon() {
    FakeClock clock = new FakeClock();
    List<String> asked = new ArrayList<>();
    SerialAuto auto =
        new SerialAuto(
            "flatback", 115_200, () -> List.of(NEW),
            port -> {
              asked.add(port.path());
              return PortAnswer.refused("in use");
            },
            clock);
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(auto::open).isInstanceOf(LinkLostException.class);
      clock.sleep(1_000_000_000L);
    }
    assertThat(asked).hasSize(3);
  }

  private PortAnswer probe(Port port) {
    probed.add(port.path());
    return port.equals(NEW) ? PortAnswer.answers("flatback", "one", 100, 80) : PortAnswer.none(0, true);
  }

  private State of(Port port) {
    return reach.look(inUse).stream()
        .filter(found -> found.sensor().startsWith("serial:" + port.path()))
        .map(InReach::state)
        .findFirst()
        .orElseThrow();
  }

  @AfterEach
  void close() {
    reach.close();
  }

  @Test
  void whatWasThereBeforeIsNotOpenedAndWhatIsPluggedInIsOfferedByItself() {
    assertThat(of(OLD)).isEqualTo(State.NOT_ASKED);
    assertThat(of(USED)).isEqualTo(State.IN_USE);
    ports.add(NEW);
    await().until(() -> of(NEW) == State.ANSWERS);
    assertThat(probed).containsExactly(NEW.path());
    assertThat(reach.look(inUse).getLast().text()).contains("one", "battery 80 %");
  }

  @Test
  void pluggingInAndOutIsNewsWithoutAPortBeingOpened() {
    assertThat(reach.news()).as("there at the start").isEmpty();
    ports.add(NEW);
    assertThat(reach.news()).containsExactly(new PortChange("serial:/dev/ttyACM0", "XIAO", true));
    assertThat(reach.news()).isEmpty();
    ports.remove(NEW);
    assertThat(reach.news()).containsExactly(new PortChange("serial:/dev/ttyACM0", "XIAO", false));
    ports.add(NEW);
    assertThat(reach.news()).hasSize(1);
    assertThat(probed).isEmpty();
    await().until(() -> of(NEW) == State.ANSWERS);
    assertThat(of(OLD)).as("was there before").isEqualTo(State.NOT_ASKED);
    assertThat(probed).containsExactly(NEW.path());
  }

  @Test
  void onRequestEverybodyIsAskedButThePortsInUse() {
    reach.ask(inUse);
    await().until(() -> of(OLD) == State.SILENT);
    assertThat(probed).containsExactly(OLD.path());
    assertThat(of(USED)).isEqualTo(State.IN_USE);
  }

  @Test
  void aPortThatIsPluggedInAnewIsAskedAnew() {
    reach.look(inUse);
    ports.add(NEW);
    await().until(() -> of(NEW) == State.ANSWERS);
    ports.remove(NEW);
    assertThat(reach.look(inUse)).hasSize(2);
    ports.add(NEW);
    await().until(() -> of(NEW) == State.ANSWERS);
    assertThat(probed).containsExactly(NEW.path(), NEW.path());
  }

  @Test
  void autoAsksEachPortOnceAndAgainWhenItIsPluggedInAnewOrAfterAWhile() {
    FakeClock clock = new FakeClock();
    List<String> asked = new ArrayList<>();
    SerialAuto auto =
        new SerialAuto(
            "flatback", 115_200, () -> ports,
            port -> {
              asked.add(port.path());
              return PortAnswer.none(0, true);
            },
            clock);
    assertThatThrownBy(auto::open).isInstanceOf(LinkLostException.class).hasMessageContaining("2 serial ports", "plug one in");
    assertThatThrownBy(auto::open).isInstanceOf(LinkLostException.class);
    assertThat(asked).containsExactly(OLD.path(), USED.path());
    ports.remove(OLD);
    assertThatThrownBy(auto::open).isInstanceOf(LinkLostException.class);
    ports.add(OLD);
    assertThatThrownBy(auto::open).isInstanceOf(LinkLostException.class);
    assertThat(asked).hasSize(3);
    clock.sleep(20_000_000_000L);
    assertThatThrownBy(auto::open).isInstanceOf(LinkLostException.class);
    assertThat(asked).hasSize(5);
  }
}
