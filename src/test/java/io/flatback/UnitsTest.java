package io.flatback;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every number of every record says its unit in its name. What has none is listed here by name with what it is, so that
 * a new number has to be one or the other.
 */
class UnitsTest {
  private static final Pattern WITH_UNIT =
      Pattern.compile(
          "(.*(Deg|DegPerMinute|Dps|DegPerSec|Nanos|Ns|Micros|Ms|S|Seconds|Minutes|Hz|Kg|M|Mps|Mps2|G|Mg|Rad|RadPerSec"
              + "|RadPerSec2|RadPerSecond|RadPerRootSec|Ratio|Share|Percent|PerMinute|PerSecond|Ppm|Bytes|Pixel"
              + "|PerRep|PerSet|Cv|Sd|RatioPerSet|Sigmas)"
              + "|seconds|degrees|nanos|bytes\\w*|secondsEach|perMinute|g)");

  /** In the unit of the metric that stands beside it. */
  private static final Set<String> IN_THE_METRICS_UNIT =
      Set.of("baseline", "value", "change", "limit", "reference", "low", "high", "sigma", "total", "from", "to",
          "plusMinus", "meanChange", "amount", "level", "median", "mean", "standardDeviation", "printed", "least",
          "most", "watch", "warn");

  /** A share of 1, a logarithm of odds, a multiple of a standard error: no unit has been forgotten. */
  private static final Set<String> WITHOUT_DIMENSION =
      Set.of("confidence", "p", "probability", "prior", "logEvidence", "logOdds", "quality", "coherence", "share",
          "looseness", "staying", "handling",
          "statistic", "standardError", "handicap", "autocorrelation", "noisier", "noisiestWearer", "sigmas",
          "degreesOfFreedom", "populationWatch", "estimatedWatch", "knownWatch", "estimatedWarn", "knownWarn", "factor",
          "variation", "dynamic", "sticking", "leftBehind", "ascentLonger", "gyroScale", "biasVerticalForgetting",
          "upX", "upY", "upZ");

  /** How many, or which one. */
  private static final Set<String> COUNTS =
      Set.of("samples", "lostSamples", "faults", "seed", "id", "afterId", "toId", "firstChunk", "firstIndex",
          "fromIndex", "byteOffset", "endOffset");

  /** Of any vector and any function of time, in the unit of what it is that of. */
  private static final Set<String> OF_GENERAL_MATHEMATICS =
      Set.of("Vector3.x", "Vector3.y", "Vector3.z", "Jet.value", "Jet.rate", "Jet.acceleration", "AngleScore.squares",
          "TrunkAngles.forward", "TrunkAngles.right", "TrunkAngles.left");

  @Test
  void everyNumberOfARecordNamesItsUnit() {
    List<String> nameless = new ArrayList<>();
    int numbers = 0;
    ClassFileImporter importer = new ClassFileImporter().withImportOption(new DoNotIncludeTests());
    for (JavaClass record : importer.importPackages("io.flatback")) {
      for (JavaField field : record.isRecord() ? record.getFields() : Set.<JavaField>of()) {
        if (isNumber(field) && !field.getModifiers().contains(JavaModifier.STATIC)) {
          numbers++;
          if (!isNamed(record.getSimpleName(), field.getName())) {
            nameless.add(record.getName() + "." + field.getName());
          }
        }
      }
    }
    assertThat(numbers).as("numbers that were looked at").isGreaterThan(400);
    assertThat(nameless).as("neither a unit in the name nor known to have none").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"angle", "duration", "load", "rate", "speed", "timestamp", "inclination"})
  void wouldSeeAForgottenUnit(String name) {
    assertThat(isNamed("Rep", name)).isFalse();
  }

  private static boolean isNamed(String record, String name) {
    return WITH_UNIT.matcher(name).matches()
        || IN_THE_METRICS_UNIT.contains(name)
        || WITHOUT_DIMENSION.contains(name)
        || COUNTS.contains(name)
        || OF_GENERAL_MATHEMATICS.contains(record + "." + name);
  }

  private static boolean isNumber(JavaField field) {
    return List.of("double", "float", "long", "java.lang.Double", "double[]", OptionalDouble.class.getName())
        .contains(field.getRawType().getName());
  }
}
