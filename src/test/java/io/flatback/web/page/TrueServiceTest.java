package io.flatback.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;

/** From a simulated sensor's bytes to the report on the screen, through the service itself. */
@ExtendWith(OnStage.class)
class TrueServiceTest {
  private static final double SPEED = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Browser browser;

  TrueServiceTest(Browser browser) {
    this.browser = browser;
  }

  @Test
  void aSessionIsSetUpLiftedAndRead(@TempDir Path directory) throws Exception {
    try (TrueService service = new TrueService(directory, "demo", SPEED)) {
      browser.size(390, 844);
      browser.driver().get(service.address() + "/");
      browser.await("the sheet can be opened", "!document.getElementById('setup-open').disabled", PATIENCE);
      setUp();
      service.cue();
      browser.await("reps are counted", "Number(document.getElementById('number').textContent) >= 5", PATIENCE);
      browser.await("the band is drawn", "document.getElementById('tempo').dataset.band === 'known'", PATIENCE);
      browser.shoot("true-live-390");
      browser.await("all eight are counted", "document.getElementById('number').textContent === '8'", PATIENCE);
      browser.await("the change was said", "document.querySelector('.places .watch, .places .warn')", PATIENCE);
      assertThat(browser.run("return document.getElementById('tempo').dataset.state")).isEqualTo("watch");
      browser.size(1280, 800);
      browser.shoot("true-live-1280");
      browser.await(
          "the report is offered",
          "document.querySelector('#main-action a')?.textContent === 'Read the report'",
          PATIENCE);
      read();
    }
  }

  private void setUp() {
    browser.driver().findElement(By.id("setup-open")).click();
    browser.await("it is open", "document.getElementById('setup').open");
    new Select(browser.driver().findElement(By.id("setup-athlete"))).selectByValue("new");
    browser.driver().findElement(By.id("setup-name")).sendKeys("Ada");
    browser.driver().findElement(By.cssSelector("#setup button.main")).click();
    browser.await("the page knows who lifts", "document.getElementById('context').textContent.includes('Ada')");
  }


  private void read() throws Exception {
    browser.driver().findElement(By.cssSelector("#main-action a")).click();
    browser.await(
        "the report is there", "document.getElementById('report')?.shadowRoot?.querySelector('h1')", PATIENCE);
    browser.await("corrections are there", "document.querySelector('#edits details')", PATIENCE);
    for (int[] size : new int[][] {{390, 844}, {1280, 800}, {1920, 1080}}) {
      browser.size(size[0], size[1]);
      browser.shoot("true-report-" + size[0]);
    }
    assertThat(browser.run("return document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
    assertThat(browser.axeViolations()).isEmpty();
    browser.driver().findElement(By.cssSelector("#edits summary")).click();
    browser.driver().findElement(By.cssSelector("[aria-label='Set 1, rep 2: not a rep']")).click();
    browser.await("one rep less", "document.querySelector('#edits summary').textContent.includes('7')", PATIENCE);
    browser.driver().get(browser.driver().getCurrentUrl().replaceFirst("/sessions/.*", "/sessions"));
    browser.await("it is in the history", "document.querySelector('tbody tr')?.textContent.includes('Ada')", PATIENCE);
  }
}
