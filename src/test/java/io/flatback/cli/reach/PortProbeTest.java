package io.flatback.cli.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.link.ByteLink;
import io.flatback.link.LinkAround;
import io.flatback.link.FakeClock;
import io.flatback.signal.Placement;
import io.flatback.sim.Readings;
import io.flatback.sim.ReferenceSensor;
import io.flatback.sim.SimLink;
import io.flatback.web.InReach.State;
import io.flatback.wire.FutureHello;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PortProbeTest {
  private final FakeClock clock = new FakeClock();
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  private PortAnswer ask(ByteLink link, Manner manner) throws IOException {
    return new PortProbe("/dev/ttyTEST", 115_200, manner, clock).ask(new Overheard(link, written));
  }

  private SimLink sensor() {
    return new SimLink(
        "sim", new ReferenceSensor(ReferenceSensor.defaultHello(100), Readings.hinges(100, 20), Placement.LUMBAR),
        () -> {}, 1, clock);
  }

  @Test
  void ourSensorSaysWhoItIsAndIsStoppedAgain() throws IOException {
    SimLink sensor = sensor();
    PortAnswer answer = ask(sensor, Manner.POLITE);
    assertThat(answer.state()).isEqualTo(State.ANSWERS);
    assertThat(answer.text()).contains("flatback sim", "driver flatback", "battery 100 %");
    byte[] buffer = new byte[8192];
    while (sensor.read(buffer) > 0) {
      // what was on its way
    }
    assertThat(sensor.read(buffer)).as("it was not streaming before, so it is not now").isZero();
  }

  @Test
  void aSilentPortIsAskedPolitelyAndNotAtAllWhereOnlyListeningIsWanted() throws IOException {
    assertThat(ask(new Talker(clock, asked -> ""), Manner.LISTEN).text()).isEqualTo("nothing is heard");
    assertThat(written.size()).isZero();
    assertThat(ask(new Talker(clock, asked -> ""), Manner.POLITE).state()).isEqualTo(State.SILENT);
    assertThat(HexFormat.of().withUpperCase().formatHex(written.toByteArray())).startsWith("000580");
  }

  @Test
  void nothingIsWrittenIntoSomethingElsesTalk() throws IOException {
    PortAnswer answer = ask(new Talker(clock, asked -> "ok T:21.4 /0.0 B:20.9\n"), Manner.POLITE);
    assertThat(written.size()).isZero();
    assertThat(answer.state()).isEqualTo(State.UNKNOWN);
    assertThat(answer.text()).contains("no driver understands", "nothing was sent");
  }

  @Test
  void makersAreKnownByTheirMarkWithoutAWord() throws IOException {
    String witmotion = new String(HexFormat.of().parseHex("5551000000000008B80B71"), StandardCharsets.ISO_8859_1);
    assertThat(ask(new Talker(clock, asked -> witmotion), Manner.POLITE).driver()).isEqualTo("witmotion");
    assertThat(ask(new Talker(clock, asked -> "I,1000000,0.0,0.1,-0.2,0.0,0.0,1.0\r\n"), Manner.POLITE).driver())
        .isEqualTo("ximu3");
    assertThat(written.size()).isZero();
  }

  @Test
  void anXimu3ThatIsSilentAnswersOnlyWhenEverybodyIsAsked() throws IOException {
    Function<Integer, String> ximu3 = asked -> asked > 0 && written.toString(StandardCharsets.ISO_8859_1).contains("ping") ? "{\"ping\":{\"interface\":\"USB\"}}\n" : "";
    assertThat(ask(new Talker(clock, ximu3), Manner.POLITE).state()).isEqualTo(State.SILENT);
    assertThat(ask(new Talker(clock, ximu3), Manner.INSISTENT).driver()).isEqualTo("ximu3");
  }

  @Test
  void aFutureVersionIsSaidWithTheRemedy() throws IOException {
    String future = new String(FutureHello.frame(), StandardCharsets.ISO_8859_1);
    PortAnswer answer = ask(new Talker(clock, asked -> asked > 0 ? future : ""), Manner.POLITE);
    assertThat(answer.state()).isEqualTo(State.UNKNOWN);
    assertThat(answer.text()).contains("version=2", "update flatback or reflash");
  }

  @Test
  void aPortThatIsNotThereSaysSo() {
    PortAnswer answer = new PortProbe("/dev/ttyNONE99", 115_200, Manner.POLITE, clock).ask();
    assertThat(answer.state()).isEqualTo(State.REFUSED);
    assertThat(answer.text()).contains("is not there", "plug the sensor in");
  }

  /** Says the same every tenth of a second; knows how many bytes it was told. */
  private final class Talker implements ByteLink {
    private final FakeClock time;
    private final Function<Integer, String> says;

    Talker(FakeClock time, Function<Integer, String> says) {
      this.time = time;
      this.says = says;
    }

    @Override
    public int read(byte[] buffer) {
      time.sleep(100_000_000L);
      byte[] said = says.apply(written.size()).getBytes(StandardCharsets.ISO_8859_1);
      System.arraycopy(said, 0, buffer, 0, said.length);
      return said.length;
    }

    @Override
    public void write(byte[] bytes) {}

    @Override
    public String address() {
      return "test";
    }

    @Override
    public void close() {}
  }

  private static final class Overheard extends LinkAround {
    private final ByteArrayOutputStream written;

    Overheard(ByteLink inner, ByteArrayOutputStream written) {
      super(inner);
      this.written = written;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
      written.writeBytes(bytes);
      super.write(bytes);
    }
  }
}
