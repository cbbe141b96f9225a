package io.flatback.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;

/** The pages that are read sitting down. */
@ExtendWith(OnStage.class)
class PagesTest {
  private final Browser browser;
  private final Stage stage;

  PagesTest(Browser browser, Stage stage) {
    this.browser = browser;
    this.stage = stage;
  }

  @BeforeEach
  void aServiceWithHistory() {
    stage.reset(Script.emptySnapshot());
    Canned.install(stage);
    browser.size(1280, 800);
  }

  private void open(String path) {
    browser.driver().get(stage.address() + path);
  }

  @ParameterizedTest
  @CsvSource({
    "sessions, /sessions, document.querySelectorAll('tbody tr').length === 2",
    "session, /sessions/s1, document.querySelector('#edits details')",
    "settings, /settings, document.querySelector('#athletes input')",
    "sensors, /sensors, document.querySelectorAll('#sensors dl').length === 3 && document.querySelectorAll('#reach li').length === 5 && document.querySelectorAll('#machine li').length === 2",
    "how-it-works, /how-it-works, document.querySelector('h1')",
    "doctor, /doctor, document.querySelector('h1')"
  })
  void isDrawnAndAxeHasNothingAgainstIt(String name, String path, String drawn) throws IOException {
    for (int[] size : new int[][] {{390, 844}, {1280, 800}, {1920, 1080}}) {
      browser.size(size[0], size[1]);
      open(path);
      browser.await(name + " is drawn", drawn);
      browser.shoot(name + "-" + size[0]);
      assertThat(browser.run("return document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
    }
    assertThat(browser.axeViolations()).isEmpty();
  }

  @Test
  void anEmptyHistorySaysWhatToDo() throws IOException {
    Canned.installNothing(stage);
    open("/sessions");
    browser.await("drawn", "document.querySelector('.empty')");
    browser.shoot("sessions-empty-1280");
    assertThat(browser.text("#list")).contains("your first set").contains("Go to the live page");
    assertThat(browser.axeViolations()).isEmpty();
  }

  @Test
  void showsTheReportOfTheServiceItself() {
    open("/sessions/s1");
    String within = "document.getElementById('report').shadowRoot";
    browser.await("the report is there", within + "?.querySelector('h1')");
    assertThat(browser.run("return " + within + ".querySelector('h1').textContent").toString()).contains("rep");
    assertThat(browser.run("return getComputedStyle(" + within + ".querySelector('h1')).fontSize"))
        .as("the report's own style holds")
        .isEqualTo("32px");
    assertThat(browser.run("return " + within + ".querySelectorAll('svg').length")).isNotEqualTo(0L);
  }

  @Test
  void correctingARepSaysWhichOneWasShown() {
    open("/sessions/s1");
    browser.await("edits", "document.querySelectorAll('#edits details').length === 1");
    browser.driver().findElement(By.cssSelector("#edits summary")).click();
    browser.driver().findElement(By.cssSelector("[aria-label='Set 1, rep 2: not a rep']")).click();
    browser.await("drawn anew", "document.querySelectorAll('#edits li').length === 2");
    assertThat(stage.asked())
        .filteredOn(asked -> asked.method().equals("PATCH"))
        .singleElement()
        .satisfies(asked -> assertThat(asked.body()).isEqualTo("{\"action\":\"delete\",\"expected_start_s\":6}"));
    assertThat(browser.text("#edits [role=status]")).contains("computed anew");
  }

  @Test
  void aSessionThatIsNotThereSaysSoAndOffersTheOthers() {
    open("/sessions/none");
    browser.await("said", "document.querySelector('#state .problem')");
    assertThat(browser.text("#state")).contains("Nothing at").contains("All sessions");
    assertThat(browser.consoleErrors()).as("the browser's own word on 404").allMatch(e -> e.contains("404"));
  }

  @Test
  void theThemeIsKeptAndHighContrastHolds() throws IOException {
    open("/settings");
    browser.driver().findElement(By.cssSelector("[name=theme][value=dark]")).click();
    browser.driver().findElement(By.cssSelector("[name=contrast][value=high]")).click();
    open("/sessions");
    browser.await("drawn", "document.querySelector('tbody tr')");
    assertThat(browser.run("const d = document.documentElement.dataset; return d.theme + ' ' + d.contrast"))
        .isEqualTo("dark high");
    assertThat(browser.axeViolations()).isEmpty();
    browser.shoot("sessions-high-contrast-1280");
    browser.run("localStorage.clear()");
  }

  @Test
  void alarmsAreSetAndLearningBegunAnewOnceThatIsConfirmed() throws IOException {
    open("/settings");
    browser.await("athlete", "document.querySelector('.alarms')");
    browser.run("document.querySelector('.alarms').open = true");
    browser.await("presets", "document.querySelectorAll('#preset-a1 option').length === 2");
    browser.await("past", "document.querySelector('.sure')");
    new Select(browser.driver().findElement(By.id("preset-a1"))).selectByValue("strength");
    assertThat(browser.run("return document.getElementById('velocity_loss_warn_ratio-a1').value")).isEqualTo("20");
    browser.run("[...document.querySelectorAll('button')].find((b) => b.textContent === 'Learn anew').click()");
    assertThat(browser.axeViolations()).isEmpty();
    browser.shoot("settings-alarms-1280");
    assertThat(stage.asked()).noneMatch(asked -> asked.path().endsWith("baseline-resets") && asked.method().equals("POST"));
    browser.run("document.querySelector('.sure .main').click()");
    browser.await("drawn anew", "document.querySelector('.alarms[open]') && !document.querySelector('.sure:not([hidden])')");
    assertThat(stage.asked()).anyMatch(asked -> asked.path().endsWith("baseline-resets") && asked.method().equals("POST"));
    new Select(browser.driver().findElement(By.id("preset-a1"))).selectByValue("strength");
    browser.run("document.querySelector('.alarms form').requestSubmit()");
    browser.await("saved", "document.getElementById('preset-a1').value === 'default'");
    assertThat(stage.asked()).anyMatch(
        asked -> asked.method().equals("PATCH") && asked.body().contains("\"preset\":\"strength\"")
            && asked.body().contains("\"velocity_loss_warn_ratio\":0.2"));
  }

  @Test
  void historyCanBeNarrowedToOneAthlete() {
    open("/sessions");
    browser.await("athletes", "document.getElementById('athlete').options.length === 2");
    new Select(browser.driver().findElement(By.id("athlete"))).selectByVisibleText("Ada");
    browser.await("narrowed", "document.querySelector('tbody tr')");
    assertThat(stage.asked()).anyMatch(asked -> asked.path().endsWith("&athlete=a1"));
  }
}
