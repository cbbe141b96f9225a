package io.flatback.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The calibration sheet: what it asks for, and what it says of the end. Pictures: target/screenshots. */
@ExtendWith(OnStage.class)
class CalibrationPageTest {
  private static final int[][] SIZES = {{390, 844}, {1280, 800}};
  private static final String SPILLS =
      """
      const sheet = document.getElementById('calibration');
      return sheet.scrollWidth > sheet.clientWidth || document.documentElement.scrollWidth > innerWidth
      """;

  private final Browser browser;
  private final Stage stage;

  CalibrationPageTest(Browser browser, Stage stage) {
    this.browser = browser;
    this.stage = stage;
  }

  @Test
  void leadsThroughARefusedAndThenAGoodOne() throws InterruptedException, IOException {
    Script script = Gallery.open(browser, stage, "standing");
    stage.answer("GET", "/api/v1/athletes", new Stage.Answer(200, "application/json", "{\"items\": [], \"total\": 0}"));
    stage.answer("POST", "/api/v1/calibrations", new Stage.Answer(202, "application/json", "{}"));
    browser.await("a platform", "!document.getElementById('setup-open').disabled");
    browser.run("document.getElementById('setup-open').click()");
    browser.await("the set-up sheet", "document.querySelector('#setup[open] form')");
    browser.run("[...document.querySelectorAll('#setup button')].find((b) => b.textContent === 'Calibrate').click()");
    look("before", "Before you load the bar");
    press("Begin");
    browser.await("asked", "document.querySelector('#calibration .main').disabled");

    script.guided("stand_still", 2, null, "Stand still, arms hanging.");
    look("stand", "Stand still");
    assertThat(browser.text("#calibration .number")).isEqualTo("2");
    script.guided("hinge", null, 2, "Hinge forward slowly and come up: 2 of 3.");
    look("hinge", "Hinge slowly");
    assertThat(browser.text("#calibration .number")).isEqualTo("2 of 3");
    script.guided("refused", null, null,
        "The calibration at 0–12 s was not used. At 3.6 s: Hinge 1 was too quick: 166 °/s, expected at most 100 °/s."
            + " Take two to three seconds each way.");
    look("refused", "Not used");
    assertThat(browser.axeViolations()).isEmpty();

    press("Try again");
    script.guided("stand_still", 3, null, "Stand still, arms hanging.");
    browser.await("begun anew", "document.querySelector('#calibration .number').textContent === '3'");
    script.guided("accepted", null, null,
        "Your guided calibration at 40–62 s is used for the lumbar sensor: 98 % of the hinging was about one axis,"
            + " 0.1° off level, and your hinges differed by 3° at the bottom. It found the accelerometer off by 13 mg"
            + " and the gyroscope by 0.6 %, and puts both right.");
    look("accepted", "Calibrated");
    press("Done");
    browser.await("closed", "!document.getElementById('calibration').open");
    assertThat(stage.asked().stream().filter(asked -> asked.method().equals("POST")))
        .extracting(Stage.Asked::body).containsExactly("{\"platform\":\"p1\"}", "{\"platform\":\"p1\"}");
    assertThat(stage.asked()).noneMatch(asked -> asked.method().equals("DELETE"));
  }

  private void look(String name, String title) throws IOException {
    browser.await(name, "document.getElementById('calibration-title').textContent === '" + title + "'");
    for (int[] size : SIZES) {
      browser.size(size[0], size[1]);
      browser.shoot("calibration-" + name + "-" + size[0]);
      assertThat(browser.run(SPILLS)).as("spills, %s at %d", name, size[0]).isEqualTo(false);
    }
  }

  private void press(String text) {
    browser.run(
        "[...document.querySelectorAll('#calibration button')].find((b) => b.textContent === arguments[0]).click()",
        text);
  }
}
