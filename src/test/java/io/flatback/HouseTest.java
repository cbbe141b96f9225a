package io.flatback;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keeps the order of the rooms: data flows one way, down the list, and a room uses only rooms above it. */
class HouseTest {
  private static final List<String> ROOMS =
      List.of(
          "link", "wire", "signal", "recording", "motion", "lift", "sim", "form", "session", "store", "report",
          "evaluate", "web", "cli");

  /** They take time as data and return facts. */
  private static final List<String> PURE_ROOMS = List.of("signal", "motion", "lift", "sim", "form");

  private static final Set<String> CLOCK_METHODS =
      Set.of("now", "currentTimeMillis", "nanoTime", "system", "systemUTC", "systemDefaultZone");

  private static final JavaClasses HOUSE =
      new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("io.flatback");

  static List<String> rooms() {
    return ROOMS;
  }

  @Test
  void everyRoomIsInTheList() {
    Set<String> found = new TreeSet<>();
    for (JavaClass one : HOUSE) {
      found.add(one.getPackageName().split("\\.").length > 2 ? one.getPackageName().split("\\.")[2] : "");
    }
    assertThat(found).isSubsetOf(ROOMS).hasSizeGreaterThan(5);
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aRoomUsesOnlyRoomsAboveIt(String room) {
    List<String> below = ROOMS.subList(ROOMS.indexOf(room) + 1, ROOMS.size());
    String[] packages = below.stream().map(HouseTest::packageOf).toArray(String[]::new);
    check(noClasses().that().resideInAPackage(packageOf(room)).should().dependOnClassesThat(
        resideInAnyPackage(packages)));
  }

  @Test
  void thereAreNoCirclesBetweenRoomsNorInsideThem() {
    check(slices().matching("io.flatback.(**)").should().beFreeOfCycles());
  }

  @ParameterizedTest
  @MethodSource("pureRooms")
  void noClockFromSignalToForm(String room) {
    check(noClasses().that().resideInAPackage(packageOf(room)).should().callMethodWhere(readsTheClock()));
  }

  static List<String> pureRooms() {
    return PURE_ROOMS;
  }

  private static DescribedPredicate<JavaCall<?>> readsTheClock() {
    return describe(
        "reads the clock",
        call ->
            CLOCK_METHODS.contains(call.getName())
                && (call.getTargetOwner().getPackageName().equals("java.time")
                    || call.getTargetOwner().isEquivalentTo(System.class)));
  }

  @ParameterizedTest
  @MethodSource("pureRooms")
  void noLogNoFilesNoNetworkFromSignalToForm(String room) {
    check(
        noClasses()
            .that().resideInAPackage(packageOf(room))
            .should().dependOnClassesThat(
                resideInAnyPackage(
                    "org.slf4j..", "java.util.logging..", "java.nio.file..", "java.nio.channels..", "java.net..")
                    .or(describe("a file", c -> c.getName().startsWith("java.io.File")
                        || c.getName().equals("java.io.RandomAccessFile")))
                    .or(describe("the console", c -> c.isEquivalentTo(java.io.PrintStream.class)))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "link com.fazecast..",
        "link.ble org.freedesktop..",
        "web io.javalin..",
        "web jakarta.servlet..",
        "store java.sql..",
        "store org.jdbi..",
        "store org.flywaydb..",
        "store org.sqlite..",
        "cli picocli.."
      })
  void aLibraryLivesInOneRoom(String roomAndLibrary) {
    String room = roomAndLibrary.split(" ")[0];
    String library = roomAndLibrary.split(" ")[1];
    check(noClasses().that().resideOutsideOfPackage(packageOf(room)).should().dependOnClassesThat(
        resideInAnyPackage(library)));
  }

  private static String packageOf(String room) {
    return "io.flatback." + room + "..";
  }

  /** A room that is still empty keeps every rule. */
  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(HOUSE);
  }
}
