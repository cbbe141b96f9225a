package io.flatback;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.form.summary.PatternFinding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every string of the program in which it could state a finding or give advice, read in its source: Java, scripts
 * and pages. The product speaks English only. Simulation and evaluation name what they simulate, and titles of
 * cited papers are their authors'; both are left out. Nothing else is.
 */
class LanguageTest {
  private static final Pattern REFUSED =
      Pattern.compile(
          "\\b(injur|unsafe|danger|harmful|weak (multifidus|ql|quadratus)|prevents|diagnos|at risk|risk of|risk score"
              + "|rounding|rounded back|bad form|wrong form|cure|heals)");
  private static final String CONTENT_SECURITY_POLICY = "'unsafe-inline'";
  private static final Path MAIN = Path.of("src", "main");
  private static final Pattern JAVA_COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^[ \\t]*+//.*$");
  private static final Pattern JAVA_STRING = Pattern.compile("(?s)\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*+)\"");
  private static final Pattern SCRIPT_STRING =
      Pattern.compile("(?s)`((?:[^`\\\\]|\\\\.)*)`|\"((?:[^\"\\\\\\n]|\\\\.)*+)\"|'((?:[^'\\\\\\n]|\\\\.)*)'");
  private static final Pattern EXCLAIMED = Pattern.compile("[a-z] ?!(?!=)");
  private static final Pattern TAG = Pattern.compile("(?s)<script.*?</script>|<style.*?</style>|<[^>]*>");

  @Test
  void refusesWordsOfHarmAndOfDiagnosisInEveryString() throws IOException {
    List<String> said = everyString();

    assertThat(said).as("strings that were read").hasSizeGreaterThan(2000);
    assertThat(said.stream().filter(LanguageTest::isRefused).toList()).isEmpty();
  }

  @Test
  void shoutsNowhere() throws IOException {
    List<String> loud =
        everyString().stream()
            .filter(text -> text.contains(" "))
            .filter(text -> text.contains("STOP") || EXCLAIMED.matcher(text).find())
            .toList();

    assertThat(loud).isEmpty();
  }

  @Test
  void readsWhatIsSaidBetweenSets() throws IOException {
    List<String> said = everyString();

    assertThat(said)
        .contains(
            "Consider ending the set.", "Consider ending the next set earlier.",
            "Consider a longer rest before the next set.", "Consider adding neither load nor reps yet.",
            "Consider keeping the load.", "Not enough sets to tell a pattern.");
  }

  /** Put together, and with what no single string shows. */
  @ParameterizedTest
  @EnumSource
  void tellsPatternsNeutrally(PatternFinding.Kind kind) {
    PatternFinding found = new PatternFinding(kind, .93, 5, 9);
    String whole = found.text() + " " + found.lookNext();

    assertThat(isRefused(whole)).as(whole).isFalse();
    assertThat(whole.toLowerCase(Locale.ROOT))
        .doesNotContain("!", "stop", "weak", "must", "should", "multifidus", "muscle", "flexion", "pain");
  }

  @ParameterizedTest
  @ValueSource(strings = {"This is unsafe for your back.", "It prevents back pain.", "Dangerous rounding at rep 4.",
      "Your risk of injury grows."})
  void wouldSeeThem(String sentence) {
    assertThat(isRefused(sentence)).isTrue();
  }

  private static boolean isRefused(String text) {
    return REFUSED.matcher(text.toLowerCase(Locale.ROOT).replace("no diagnosis", "")).find();
  }

  private static List<String> everyString() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : files()) {
      String text = Files.readString(file);
      String name = file.toString();
      if (name.endsWith(".java")) {
        strings(JAVA_STRING, JAVA_COMMENT.matcher(text).replaceAll(""), found);
      } else if (name.endsWith(".js")) {
        strings(SCRIPT_STRING, JAVA_COMMENT.matcher(text).replaceAll(""), found);
      } else if (name.endsWith(".html")) {
        found.addAll(List.of(TAG.matcher(text).replaceAll("\n").split("\\n")));
      } else {
        strings(JAVA_STRING, text, found);
      }
    }
    return found.stream().map(each -> each.replace(CONTENT_SECURITY_POLICY, "").strip()).filter(each -> !each.isEmpty()).toList();
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(MAIN)) {
      return all.filter(LanguageTest::speaks).sorted().toList();
    }
  }

  private static boolean speaks(Path file) {
    String name = file.toString().replace('\\', '/');
    boolean names = name.contains("/flatback/sim/") || name.contains("/flatback/evaluate/") || name.endsWith("sources.json");
    return !names && Stream.of(".java", ".js", ".html", ".json").anyMatch(name::endsWith);
  }

  private static void strings(Pattern pattern, String text, List<String> found) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      for (int i = 1; i <= matcher.groupCount(); i++) {
        if (matcher.group(i) != null) {
          found.add(matcher.group(i));
        }
      }
    }
  }
}
