package io.flatback.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.flatback.link.HostClock;
import io.flatback.signal.Placement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayLinkTest {
  private static final String TEXT = "# athlete: Kim\n" + Csv.ONE + Csv.hundredHz(500, 800);

  @TempDir Path dir;
  private Path file = Path.of("");

  /** Time that passes only by sleeping. */
  private static final class SleptTime implements HostClock {
    private long nanos = 42;

    @Override
    public long nanoTime() {
      return nanos;
    }

    @Override
    public void sleep(long slept) {
      nanos += slept;
    }
  }

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(dir.resolve("play.csv"), TEXT);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 13, 4096, 100_000})
  void playsEveryByteAndThenSaysThatItIsOver(int bufferBytes) throws IOException {
    try (ReplayLink link = ReplayLink.open(file, ReplayLink.AS_FAST_AS_POSSIBLE)) {
      assertThat(readAll(link, bufferBytes)).isEqualTo(TEXT);
      assertThat(link.read(new byte[10])).isEqualTo(-1);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 4})
  void playsEachRowWhenItsTimeHasCome(double speed) throws IOException {
    SleptTime clock = new SleptTime();
    StringBuilder text = new StringBuilder();
    Map<Long, Long> heardAt = new TreeMap<>();
    try (ReplayLink link = ReplayLink.open(file, speed, clock)) {
      byte[] buffer = new byte[4096];
      for (int n = link.read(buffer); n >= 0; n = link.read(buffer)) {
        text.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
        heardAt.putIfAbsent(text.chars().filter(c -> c == '\n').count() - 2, clock.nanoTime() - 42);
      }
    }
    assertThat(text.toString()).isEqualTo(TEXT);
    assertThat(heardAt).containsKeys(1L, 2L, 150L, 300L);
    heardAt.forEach((rows, nanos) -> {
      if (rows > 0) {
        assertThat(nanos).as("row %d", rows).isCloseTo((long) ((rows - 1) * 1e7 / speed), within(10L));
      }
    });
  }

  @Test
  void saysEveryFifthOfASecondThatNothingCame() throws IOException {
    Files.writeString(file, Csv.ONE + Csv.rows(0, 0.5));
    SleptTime clock = new SleptTime();
    try (ReplayLink link = ReplayLink.open(file, 1, clock)) {
      byte[] buffer = new byte[4096];
      assertThat(link.read(buffer)).isPositive();
      assertThat(link.read(buffer)).isZero();
      assertThat(clock.nanoTime()).isEqualTo(42 + 200_000_000);
      assertThat(link.read(buffer)).isZero();
      assertThat(link.read(buffer)).isPositive();
      assertThat(link.read(buffer)).isEqualTo(-1);
    }
  }

  @Test
  void theSameEventsComeFromTheLinkAsFromTheFile() throws IOException {
    CsvSignalDecoder decoder = new CsvSignalDecoder("replay", Placement.LUMBAR);
    List<Csv.Seen> live;
    try (ReplayLink link = ReplayLink.open(file, 1, new SleptTime())) {
      assertThat(link.driver()).isEqualTo("csv");
      byte[] buffer = new byte[512];
      live = new ArrayList<>();
      for (int n = link.read(buffer); n >= 0; n = link.read(buffer)) {
        decoder.offer(buffer, 0, n, 0);
        live.addAll(Csv.drain(decoder));
      }
      decoder.finish();
      live.addAll(Csv.drain(decoder));
    }
    try (RecordingReader reader = CsvRecording.of(file).open()) {
      assertThat(live).isEqualTo(Csv.drain(reader));
    }
  }

  @Test
  void whatIsNoRecordingIsPlayedAsItIsForTheDecoderToRefuse() throws IOException {
    Files.writeString(file, "time,x\n1,2\nnonsense");
    try (ReplayLink link = ReplayLink.open(file, 1, new SleptTime())) {
      assertThat(readAll(link, 100)).isEqualTo("time,x\n1,2\nnonsense");
    }
  }

  @Test
  @Timeout(value = 5, unit = TimeUnit.SECONDS)
  void closingEndsAReadThatWaits() throws Exception {
    Files.writeString(file, Csv.ONE + Csv.rows(0, 3600));
    ReplayLink link = ReplayLink.open(file, 1);
    byte[] buffer = new byte[4096];
    assertThat(link.read(buffer)).isPositive();
    CompletableFuture<Integer> reading = CompletableFuture.supplyAsync(() -> untilNegative(link, buffer));
    Thread.sleep(Duration.ofMillis(100));
    link.close();
    assertThat(reading.get(2, TimeUnit.SECONDS)).isEqualTo(-1);
  }

  private static int untilNegative(ReplayLink link, byte[] buffer) {
    try {
      int n = 0;
      while (n >= 0) {
        n = link.read(buffer);
      }
      return n;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void refusesASpeedThatIsNone() {
    assertThatThrownBy(() -> ReplayLink.open(file, -1)).hasMessageContaining("speed=-1.0, expected 0");
    assertThatThrownBy(() -> ReplayLink.open(file, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ReplayLink.open(dir.resolve("nope.csv"), 1)).isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> ReplayLink.open(dir, 1)).isInstanceOf(RecordingFormatException.class);
  }

  private static String readAll(ReplayLink link, int bufferBytes) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] buffer = new byte[bufferBytes];
    for (int n = link.read(buffer); n >= 0; n = link.read(buffer)) {
      all.write(buffer, 0, n);
    }
    return all.toString(StandardCharsets.UTF_8);
  }
}
