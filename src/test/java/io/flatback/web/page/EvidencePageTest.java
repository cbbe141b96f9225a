package io.flatback.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.form.evidence.Evidence;
import io.flatback.form.evidence.Source;
import io.flatback.form.evidence.Threshold;
import io.flatback.lift.Metric;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The catalogue as people read it, and the marks that lead there. */
@ExtendWith(OnStage.class)
class EvidencePageTest {
  private static final String ABOVE_THE_FOLD =
      "(() => { const box = document.querySelector(':target')?.getBoundingClientRect();"
          + " return box && box.top >= 0 && box.top < innerHeight; })()";

  private final Browser browser;
  private final Stage stage;

  EvidencePageTest(Browser browser, Stage stage) {
    this.browser = browser;
    this.stage = stage;
  }

  @Test
  void showsEveryThresholdAndEverySource(@TempDir Path directory) throws Exception {
    try (TrueService service = new TrueService(directory, "demo", 1)) {
      for (int[] size : new int[][] {{390, 844}, {1280, 800}}) {
        browser.size(size[0], size[1]);
        browser.driver().get(service.address() + "/evidence");
        browser.await("it is drawn", "document.querySelectorAll('.threshold').length > 0");
        browser.shoot("evidence-" + size[0]);
        assertThat(browser.run("return document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
      }
      assertThat(ids(".threshold"))
          .containsExactlyInAnyOrderElementsOf(Evidence.CATALOGUE.thresholds().stream().map(Threshold::key).toList());
      assertThat(ids(".sources li"))
          .containsExactlyElementsOf(Evidence.CATALOGUE.sources().stream().map(Source::key).toList());
      assertThat(browser.run("return [...document.querySelectorAll('.facts a')].every((a) => document.getElementById("
          + "a.getAttribute('href').slice(1)))")).as("each threshold's source is there").isEqualTo(true);
      assertThat(browser.axeViolations()).isEmpty();
    }
  }

  @Test
  void anAddressWithAMetricLeadsToIt(@TempDir Path directory) throws Exception {
    try (TrueService service = new TrueService(directory, "demo", 1)) {
      browser.size(390, 844);
      browser.driver().get(service.address() + "/evidence#" + Metric.RANGE_OF_MOTION_DEG.key());
      browser.await("its limits are in sight", ABOVE_THE_FOLD);
      browser.shoot("evidence-of-a-metric-390");
      assertThat(browser.text(":target")).contains("15 %");
    }
  }

  @Test
  void aWarningsMarkNamesItsMetric() throws InterruptedException {
    browser.size(390, 844);
    Gallery.open(browser, stage, "warn");
    browser.await("the mark is there", "!document.getElementById('banner-info').hidden");
    browser.await("its metric is judged", "document.querySelector('#posture .info').hasAttribute('href')");
    assertThat(browser.run("return document.getElementById('banner-info').getAttribute('href')").toString())
        .isEqualTo("/evidence#" + Metric.VELOCITY_LOSS_BY_DURATION_RATIO.key());
    assertThat(browser.run("return document.querySelector('#posture .info').getAttribute('href')").toString())
        .isEqualTo("/evidence#" + Metric.INCLINATION_AT_ONSET_DEG.key());
  }

  @Test
  void whereNothingIsFoundThereIsNoMark() throws InterruptedException {
    Gallery.open(browser, stage, "empty");
    browser.await("drawn", "document.querySelector('#banner-word').textContent");
    assertThat(browser.run("return document.getElementById('banner-info').hidden")).isEqualTo(true);
  }

  @SuppressWarnings("unchecked")
  private List<String> ids(String selector) {
    return (List<String>) browser.run("return [...document.querySelectorAll('" + selector + "')].map((e) => e.id)");
  }
}
