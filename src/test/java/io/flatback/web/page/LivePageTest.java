package io.flatback.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.lift.ExerciseProfiles;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;

/** What the live page says and does, told to it event by event. */
@ExtendWith(OnStage.class)
class LivePageTest {
  private final Browser browser;
  private final Stage stage;

  LivePageTest(Browser browser, Stage stage) {
    this.browser = browser;
    this.stage = stage;
  }

  @BeforeEach
  void onAPhone() {
    browser.size(390, 844);
  }

  private void awaitCount(int reps) {
    browser.await("the count is " + reps, "document.getElementById('number').textContent === '" + reps + "'");
  }

  private void awaitLevel(String level) {
    browser.await("the banner is " + level, "document.getElementById('banner').dataset.level === '" + level + "'");
  }

  @Test
  void countsEveryRepAsItIsConfirmed() throws InterruptedException {
    Script script = Gallery.open(browser, stage, "standing");
    awaitCount(0);
    script.beginSet();
    for (int rep = 1; rep <= 4; rep++) {
      script.rep(0.98, 46);
      awaitCount(rep);
    }
    assertThat(browser.text("#caption")).isEqualTo("reps in set 1");
    assertThat(browser.driver().findElements(By.cssSelector(".places li.completed"))).hasSize(4);
  }

  @Test
  void aWarningFillsTheBannerWithItsSentenceAndItsNumbers() throws InterruptedException {
    Script script = Gallery.open(browser, stage, "mid-set");
    awaitLevel("calm");
    script.rep(1.38, 52).rep(1.42, 54).warn("warn", 0.34);
    awaitLevel("warn");
    assertThat(browser.text("#banner-word")).startsWith("Warning");
    assertThat(browser.text("#banner-sentence"))
        .isEqualTo("Reps 6 and 7 took 52 % longer than your fastest early rep.");
    assertThat(browser.text("#banner-numbers")).isEqualTo("Velocity loss by time: 34 %, limit 30 %");
    assertThat(browser.text("#tempo .state")).isEqualTo("warn");
    assertThat(browser.driver().findElements(By.cssSelector(".places li.warn"))).hasSize(1);
  }

  @Test
  void aChangeThatGoesOnStaysMarkedWithoutASecondWarning() throws InterruptedException {
    Script script = Gallery.open(browser, stage, "watch");
    awaitLevel("watch");
    script.rep(1.3, 50);
    awaitCount(9);
    assertThat(browser.text("#tempo .state")).isEqualTo("watch");
    script.rep(0.98, 46);
    awaitCount(10);
    assertThat(browser.text("#tempo .state")).isEqualTo("in band");
    assertThat(browser.driver().findElements(By.cssSelector(".places li.watch"))).hasSize(2);
  }

  @Test
  void aRepThatIsTakenBackFadesAndLeavesItsReason() throws InterruptedException {
    Script script = Gallery.open(browser, stage, "provisional");
    awaitCount(6);
    assertThat(browser.text("#caption")).isEqualTo("rep 6 not sure yet");
    assertThat(browser.run("return document.getElementById('count').dataset.state")).isEqualTo("provisional");
    browser.run(
        "window.opacities = [];"
            + "const bar = document.querySelectorAll('.places li')[5].querySelector('.pull');"
            + "const start = performance.now(); (function look() {"
            + "if (bar.closest('li').className === 'withdrawn')"
            + "  window.opacities.push(Number(getComputedStyle(bar).opacity));"
            + "if (performance.now() - start < 3000) requestAnimationFrame(look); })();");
    script.withdraw("no_lockout");
    awaitCount(5);
    assertThat(browser.text("#rejected li")).isEqualTo("Rep 6 taken back: it did not come up to standing.");
    browser.await("the place is empty", "document.querySelectorAll('.places li')[5].className === 'empty'");
    assertThat((List<?>) browser.run("return window.opacities"))
        .as("opacity while it fades")
        .anySatisfy(opacity -> assertThat(((Number) opacity).doubleValue()).isBetween(0.01, 0.99));
  }

  @Test
  void comesBackWhereItLeftOff() throws InterruptedException {
    Script script = Gallery.open(browser, stage, "mid-set");
    awaitCount(5);
    stage.cut();
    browser.await("the page says so", "document.getElementById('sensors').textContent.includes('not reachable')");
    script.rep(1.0, 46);
    awaitCount(6);
    awaitLevel("calm");
    assertThat(stage.asked()).filteredOn(asked -> asked.path().equals("/api/v1/live")).hasSize(2);
    assertThat(stage.asked().getLast().lastEventId()).isPresent();
    assertThat(browser.consoleErrors()).as("the browser's own word on the cut").allMatch(e -> e.contains("/live"));
  }

  @Test
  void aServiceThatWasRestartedIsDrawnAnew() throws InterruptedException {
    Gallery.open(browser, stage, "warn");
    awaitLevel("warn");
    stage.reset(new Script(false, stage::send).snapshot("streaming"));
    awaitLevel("quiet");
    awaitCount(0);
    assertThat(browser.consoleErrors()).allMatch(e -> e.contains("/live"));
  }

  @Test
  void endingASessionTakesASecondTap() throws InterruptedException {
    Script script = Gallery.open(browser, stage, "set-ended");
    stage.answer("POST", "/api/v1/sessions/s1/end", new Stage.Answer(200, "application/json", "{}"));
    browser.await("there is a session", "document.querySelector('#main-action button')?.textContent === 'End session'");
    browser.driver().findElement(By.cssSelector("#main-action button")).click();
    assertThat(browser.text("#main-action")).isEqualTo("Tap again to end");
    assertThat(stage.asked()).noneMatch(asked -> asked.method().equals("POST"));
    browser.driver().findElement(By.cssSelector("#main-action button")).click();
    browser.await("it was sent", "document.querySelector('#main-action button').disabled");
    script.endSession();
    browser.await("the report is offered", "document.querySelector('#main-action a')?.pathname === '/sessions/s1'");
    assertThat(stage.asked()).anyMatch(asked -> asked.path().equals("/api/v1/sessions/s1/end"));
    assertThat(browser.text("#banner-word")).isEqualTo("Session ended");
  }

  @Test
  void theSetUpSheetSaysWhoLiftsWhat() throws InterruptedException {
    Gallery.open(browser, stage, "standing");
    Canned.install(stage);
    stage.answer("PATCH", "/api/v1/platforms/p1", new Stage.Answer(200, "application/json", "{}"));
    browser.await("it can be opened", "!document.getElementById('setup-open').disabled");
    browser.driver().findElement(By.id("setup-open")).click();
    browser.await("it is open", "document.getElementById('setup').open");
    assertThat(new Select(browser.driver().findElement(By.id("setup-exercise"))).getOptions())
        .extracting(option -> option.getDomProperty("value"))
        .containsExactlyElementsOf(
            Stream.concat(Stream.of(""), ExerciseProfiles.names().stream()).toList());
    browser.driver().findElement(By.id("setup-load")).sendKeys("120");
    browser.driver().findElement(By.cssSelector("#setup [aria-label='2.5 kg more']")).click();
    assertThat(browser.axeViolations()).isEmpty();
    browser.driver().findElement(By.cssSelector("#setup button.main")).click();
    browser.await("it is closed", "!document.getElementById('setup').open");
    assertThat(stage.asked().getLast().body())
        .isEqualTo("{\"athlete\":\"a1\",\"exercise\":null,\"load_kg\":122.5}");
  }

  private void awaitWord(String word) {
    browser.await("the banner says " + word, "document.getElementById('banner-word').textContent === '" + word + "'");
  }

  private void port(String change) {
    stage.send(new Script.Event(
        "port",
        "{\"at\": \"2026-11-22T10:00:00Z\", \"sensor\": \"serial:/dev/ttyACM0\", \"description\": \"XIAO\", \"change\": \""
            + change + "\"}",
        true));
  }

  @Test
  void aSensorThatIsPluggedInIsSaidUntilItIsGoneAndOnlyBetweenSessions() throws InterruptedException {
    Gallery.open(browser, stage, "empty");
    awaitWord("No sensor yet");
    port("plugged_in");
    awaitWord("Plugged in");
    assertThat(browser.text("#banner")).contains("XIAO", "page Sensors", "serial:/dev/ttyACM0");
    port("unplugged");
    awaitWord("No sensor yet");
    Script script = Gallery.open(browser, stage, "mid-set");
    awaitCount(5);
    port("plugged_in");
    script.rep(0.98, 46);
    awaitCount(6);
    assertThat(browser.text("#banner-word")).isNotEqualTo("Plugged in");
  }

  @Test
  void aPlatformWhoseLastSensorWasLetGoIsShownNoLonger() throws InterruptedException {
    Gallery.open(browser, stage, "standing");
    awaitWord("Ready");
    stage.send(new Script.Event("platform_gone", "{\"platform\": \"p1\", \"at\": \"2026-11-22T10:00:00Z\"}", true));
    awaitWord("No sensor yet");
  }
}
