package io.flatback.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.flatback.signal.Placement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no recording gets one line that says where, what, what was expected and what to do. */
class CsvFormatTest {
  @TempDir Path dir;

  @Test
  void textInANumber() throws IOException {
    assertRefused(Csv.ONE + Csv.row(0) + "\n0.01,0,abc,0,1,2,3\n", "line 3", "'abc' in column acc_y_g", "number");
  }

  @Test
  void textInTheTime() throws IOException {
    assertRefused(Csv.ONE + "12:00:01,0,0,0,1,2,3\n", "line 2", "'12:00:01' in column t_s", "number");
  }

  @Test
  void aRowThatIsTooShort() throws IOException {
    assertRefused(Csv.ONE + "0,0,0\n", "line 2", "3 cells", "7 as in the header");
  }

  @Test
  void aRowThatIsTooLong() throws IOException {
    assertRefused(Csv.ONE + Csv.row(0) + ",9,9\n", "line 2", "9 cells", "7 as in the header");
  }

  @Test
  void aBlankLineAmongTheRows() throws IOException {
    assertRefused(Csv.ONE + Csv.row(0) + "\n\n" + Csv.row(0.01), "line 3", "0 cells", "7 as in the header");
  }

  @Test
  void aNoteAmongTheRows() throws IOException {
    assertRefused(Csv.ONE + Csv.row(0) + "\n# athlete: me\n", "line 3", "'# athlete: me'", "number");
  }

  @Test
  void noRow() throws IOException {
    assertRefused("# athlete: me\n" + Csv.ONE, "a header and no row", "at least one row");
  }

  @Test
  void nothingButGaps() throws IOException {
    assertRefused(Csv.ONE + "0,,,,,,\n0.01,nan,nan,nan,nan,nan,nan\n", "nothing but gaps", "at least one row");
  }

  @Test
  void anEmptyFile() throws IOException {
    assertRefused("", "an empty file", "t_s,acc_x_g");
  }

  @Test
  void notesAndNoHeader() throws IOException {
    assertRefused("# athlete: me\n", "notes and no header", "t_s,acc_x_g");
  }

  @Test
  void anotherHeader() throws IOException {
    assertRefused("time,ax,ay,az\n0,0,0,0\n", "line 1", "'time,ax,ay,az'", "t_s,acc_x_g");
  }

  @Test
  void aHeaderWithAColumnTwiceOrTooMany() throws IOException {
    assertRefused("t_s,acc_x_g,acc_y_g,acc_z_g,acc_x_g\n", "line 1", "t_s,acc_x_g");
    assertRefused("t_s,acc_x_g,acc_y_g,acc_z_g,heart_rate\n", "line 1", "t_s,acc_x_g");
    assertRefused("t_s,acc_x_g,acc_y_g,acc_z_g,gyro_x_dps\n", "line 1", "t_s,acc_x_g");
    assertRefused("t_s,acc_x_g,acc_y_g,acc_z_g,sacrum_acc_x_g,sacrum_acc_y_g,sacrum_acc_z_g\n", "line 1", "t_s");
  }

  @Test
  void noHeaderAtAll() throws IOException {
    assertRefused(Csv.hundredHz(0, 3), "line 1", "'0.000,0,0.98", "t_s,acc_x_g");
  }

  @Test
  void aPlacementNobodyKnows() throws IOException {
    assertRefused("# placement: wrist\n" + Csv.ONE, "line 1", "placement 'wrist'", "lumbar or sacrum");
  }

  @Test
  void millisecondsSinceTheEpoch() throws IOException {
    assertRefused(Csv.ONE + "1700000000000,0,0,0,1,2,3\n", "line 2", "t_s=1.7E12", "seconds");
  }

  @Test
  void binary() throws IOException {
    Path file = Files.write(dir.resolve("photo.csv"), new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0, 1, 2});
    assertRefused(file, "photo.csv line 1", "bytes that are no text", "t_s,acc_x_g");
    Path utf16 = Files.write(dir.resolve("utf16.csv"), Csv.ONE.getBytes(StandardCharsets.UTF_16LE));
    assertRefused(utf16, "line 1", "bytes that are no text");
  }

  @Test
  void binaryAmongTheRowsIsNotPutOnTheTerminal() throws IOException {
    String message = assertRefused(Csv.ONE + "0,\u001b[2J\u0000,0,0,1,2,3\n", "line 2", "bytes that are no text");
    assertThat(message).doesNotContain("\u001b");
  }

  @Test
  void aDirectory() {
    assertRefused(dir, "a directory", "expected a recording");
  }

  @Test
  void aMissingFileStaysAMissingFile() {
    assertThatThrownBy(() -> read(dir.resolve("nope.csv"))).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void aGzipStreamThatIsCutOff() throws IOException {
    byte[] whole = gzip((Csv.ONE + Csv.hundredHz(0, 5000)).getBytes(StandardCharsets.UTF_8));
    Path file = Files.write(dir.resolve("cut.csv.gz"), Arrays.copyOf(whole, whole.length / 2));
    assertRefused(file, "cut.csv.gz", "cut-off gzip", "gzip -dc");
  }

  @Test
  void aGzipStreamThatIsDamaged() throws IOException {
    byte[] bytes = gzip((Csv.ONE + Csv.hundredHz(0, 5000)).getBytes(StandardCharsets.UTF_8));
    Arrays.fill(bytes, 20, 200, (byte) 0x55);
    assertRefused(Files.write(dir.resolve("bad.csv.gz"), bytes), "bad.csv.gz", "gzip");
    assertRefused(Files.write(dir.resolve("head.csv.gz"), new byte[] {0x1f, (byte) 0x8b, 1, 1, 1, 1, 1, 1, 1, 1, 1}), "gzip");
    assertRefused(Files.write(dir.resolve("two.csv.gz"), new byte[] {0x1f, (byte) 0x8b}), "gzip");
  }

  @Test
  void anEndlessLineInAGzipFileIsRefused() throws IOException {
    Path file = dir.resolve("endless.csv.gz");
    byte[] megabyte = new byte[1 << 20];
    Arrays.fill(megabyte, (byte) '7');
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(Csv.ONE.getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < 100; i++) {
        out.write(megabyte);
      }
    }
    assertRefused(file, "line 2", "more than 65536 bytes without a line's end");
  }

  @Test
  void anEndlessLineIsRefusedBeforeItsEndIsSeen() {
    CsvSignalDecoder decoder = new CsvSignalDecoder("link", Placement.LUMBAR);
    byte[] bytes = "7".repeat(LineBuffer.MAX_LINE_BYTES + 1).getBytes(StandardCharsets.UTF_8);
    decoder.offer(bytes, 0, bytes.length, 0);
    assertThatThrownBy(decoder::next).hasMessageContaining("more than 65536 bytes without a line's end");
  }

  @Test
  void anEndlessLineBeforeTheHeader() throws IOException {
    assertRefused("x".repeat(70_000), "line 1", "more than 65536 bytes");
    assertRefused("# a: b\n".repeat(1001), "line 1001", "1000 lines without a header");
  }

  @Test
  void saysItAgainWhenAskedAgain() throws IOException {
    CsvSignalDecoder decoder = new CsvSignalDecoder("link", Placement.LUMBAR);
    byte[] bytes = "nonsense\n".getBytes(StandardCharsets.UTF_8);
    decoder.offer(bytes, 0, bytes.length, 0);
    Throwable first = catchThrowable(decoder::next);
    decoder.finish();
    assertThat(catchThrowable(decoder::next)).isSameAs(first).isInstanceOf(RecordingFormatException.class);
  }

  @Test
  void placementIsThatOfTheColumnsThenOfTheNoteThenOfTheCaller() throws IOException {
    Path plain = Files.writeString(dir.resolve("plain.csv"), Csv.ONE_ACC + "0,0,1,0\n");
    Path noted = Files.writeString(dir.resolve("noted.csv"), "# placement: sacrum\n" + Csv.ONE_ACC + "0,0,1,0\n");
    Path named = Files.writeString(dir.resolve("named.csv"),
        "# placement: lumbar\nt_s,sacrum_acc_x_g,sacrum_acc_y_g,sacrum_acc_z_g\n0,0,1,0\n");

    assertThat(CsvRecording.of(plain).placements()).containsExactly(Placement.LUMBAR);
    assertThat(CsvRecording.of(plain, Placement.SACRUM).placements()).containsExactly(Placement.SACRUM);
    assertThat(CsvRecording.of(noted).placements()).containsExactly(Placement.SACRUM);
    assertThat(CsvRecording.of(named).placements()).containsExactly(Placement.SACRUM);
  }

  @Test
  void readsNotes() throws IOException {
    Path file = Files.writeString(dir.resolve("a.csv"),
        "# athlete: Kim\n#exercise:deadlift\n# just a word\n# load_kg: 100\n# started_at: 2026-11-22T10:00:00Z\n"
            + Csv.ONE_ACC + "0,0,1,0\n");
    RecordingNotes notes = CsvRecording.of(file).notes();

    assertThat(notes.values()).containsExactly(
        Map.entry("athlete", "Kim"),
        Map.entry("exercise", "deadlift"),
        Map.entry("load_kg", "100"),
        Map.entry("started_at", "2026-11-22T10:00:00Z"));
  }

  @Test
  void readsGzipByContentWhateverTheName() throws IOException {
    byte[] text = (Csv.ONE + Csv.hundredHz(0, 100)).getBytes(StandardCharsets.UTF_8);
    Path plain = Files.write(dir.resolve("plain.csv.gz"), text);
    Path zipped = Files.write(dir.resolve("zipped.csv"), gzip(text));
    assertThat(read(zipped)).isEqualTo(100);
    assertThat(read(plain)).isEqualTo(100);
  }

  private String assertRefused(String text, String... words) throws IOException {
    return assertRefused(Files.writeString(dir.resolve("test.csv"), text), words);
  }

  private String assertRefused(Path file, String... words) {
    Throwable thrown = catchThrowable(() -> read(file));
    assertThat(thrown).isInstanceOf(RecordingFormatException.class);
    assertThat(thrown.getMessage()).startsWith(file.toString()).contains(words).doesNotContain("\n");
    return thrown.getMessage();
  }

  private static int read(Path file) throws IOException {
    try (RecordingReader reader = CsvRecording.of(file).open()) {
      return Csv.drain(reader).size();
    }
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
