package io.flatback.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.cli.Demo;
import io.flatback.cli.RunningService;
import io.flatback.web.WebSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** Walks what {@code flatback demo} shows, in a real browser. */
@ExtendWith(OnStage.class)
class DemoTest {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final double SPEED = 8;

  private final Browser browser;

  DemoTest(Browser browser) {
    this.browser = browser;
  }

  @Test
  void aSetIsLiftedWarnedAboutAndReportedOn(@TempDir Path directory) throws Exception {
    try (RunningService demo = Demo.start(new WebSettings(WebSettings.LOOPBACK, 0, null), directory, SPEED)) {
      browser.size(1280, 800);
      browser.driver().get("http://localhost:" + demo.port() + "/");
      browser.await("reps are counted", "Number(document.getElementById('number').textContent) >= 3", PATIENCE);
      browser.await(
          "the warning gives its reason",
          "document.getElementById('banner').dataset.level === 'warn'"
              + " && /Reps \\d and \\d took .* % longer/.test(document.getElementById('banner-sentence').textContent)",
          PATIENCE);
      browser.shoot("demo-warn-1280");
      browser.await("all eight are counted", "document.getElementById('number').textContent === '8'", PATIENCE);
      browser.await(
          "the report is offered",
          "document.querySelector('#main-action a')?.textContent === 'Read the report'",
          PATIENCE);
      browser.driver().findElement(By.cssSelector("#main-action a")).click();
      browser.await(
          "the report is there", "document.getElementById('report')?.shadowRoot?.querySelector('h1')", PATIENCE);
      browser.shoot("demo-report-1280");
      browser.driver().get(browser.driver().getCurrentUrl().replaceFirst("/sessions/.*", "/sessions"));
      browser.await("three earlier sessions and this one", "document.querySelectorAll('tbody tr').length === 4", PATIENCE);
    }
    assertThat(directory).isNotEmptyDirectory();
  }
}
