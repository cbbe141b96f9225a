package io.flatback.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How the live page looks in every state, on a phone, a laptop and a large screen. Pictures: target/screenshots,
 * of every scene with {@code -DargLine=-Dflatback.gallery=true}.
 */
@ExtendWith(OnStage.class)
class LiveLookTest {
  private static final Set<String> SHOWN = Set.of("empty", "mid-set", "provisional", "warn", "lost");
  private static final int[][] SIZES = {{390, 844}, {1280, 800}, {1920, 1080}};

  private static final String BOXES =
      """
      const texts = ['sensors', 'context', 'clock'];
      const regions = ['line', 'banner', 'count', 'tempo', 'posture', 'trace', 'reps', 'rejected', 'bar',
        'main-action'];
      const box = (id) => document.getElementById(id).getBoundingClientRect();
      const rows = texts.map((id) => [id, box(id).y, box(id).height]);
      const places = regions.map((id) => [id, box(id).x, box(id).y, box(id).width, box(id).height]);
      return [...rows, ...places].map(([id, ...numbers]) => id + ' ' + numbers.map(Math.round).join(' ')).join(', ')
      """;

  /** What sticks out of its place: nothing may. */
  private static final String SPILLS =
      """
      const out = [];
      const page = document.documentElement;
      if (page.scrollWidth > innerWidth) out.push('page is ' + page.scrollWidth + ' wide');
      if (page.scrollHeight > innerHeight) out.push('page is ' + page.scrollHeight + ' high');
      const tight = '.said, .sentence, .numbers, .clock, .caption, .gauge .value, .gauge .note, .summary, .summary *,'
        + ' #main-action > *';
      for (const element of document.querySelectorAll(tight))
        if (element.scrollHeight > element.clientHeight + 2 || element.scrollWidth > element.clientWidth + 2)
          out.push((element.id || element.className) + ': ' + element.textContent);
      const parts = [...document.querySelectorAll('.summary .cell, .summary .pattern')].filter((e) => e.offsetParent);
      const frame = document.getElementById('summary').getBoundingClientRect();
      const rects = parts.map((e) => e.getBoundingClientRect());
      rects.forEach((a, i) => {
        if (a.top < frame.top - 1 || a.bottom > frame.bottom + 1) out.push('outside: ' + parts[i].textContent);
        rects.slice(i + 1).forEach((b) => {
          if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)
            out.push('overlaps: ' + parts[i].textContent);
        });
      });
      return out.join('; ')
      """;

  /** Height of the drawn digit as a share of the screen's. */
  private static final String DIGIT_SHARE =
      """
      const style = getComputedStyle(document.getElementById('number'));
      const pen = document.createElement('canvas').getContext('2d');
      pen.font = style.fontWeight + ' ' + style.fontSize + ' ' + style.fontFamily;
      const drawn = pen.measureText('8');
      return (drawn.actualBoundingBoxAscent + drawn.actualBoundingBoxDescent) / innerHeight
      """;

  private static final String SMALL_TARGETS =
      """
      return [...document.querySelectorAll('button, a, input, select')].filter((e) => e.offsetParent)
        .filter((e) => e.offsetWidth < 48 || e.offsetHeight < 48).map((e) => e.outerHTML).join()
      """;

  private final Browser browser;
  private final Stage stage;

  LiveLookTest(Browser browser, Stage stage) {
    this.browser = browser;
    this.stage = stage;
  }

  private static final String DRAWN =
      "document.querySelector('#banner-word').textContent && document.querySelector('#trace svg text')";
  private static final String REDRAWN =
      "document.querySelector('#trace svg').viewBox.baseVal.width === document.querySelector('#trace').clientWidth";

  private double number(String script) {
    return ((Number) Objects.requireNonNull(browser.run(script))).doubleValue();
  }

  @Test
  void everythingHasItsPlaceAndKeepsIt() throws InterruptedException, IOException {
    Map<Integer, Object> places = new HashMap<>();
    SoftAssertions softly = new SoftAssertions();
    for (var scene : Gallery.scenes().entrySet()) {
      Gallery.open(browser, stage, scene.getValue());
      browser.await("drawn", DRAWN);
      for (int[] size : SIZES) {
        String where = scene.getKey() + " at " + size[0];
        browser.size(size[0], size[1]);
        browser.await("redrawn", REDRAWN);
        if (SHOWN.contains(scene.getKey()) || Boolean.getBoolean("flatback.gallery")) {
          browser.shoot("live-" + scene.getKey() + "-" + size[0]);
        }
        Object boxes = browser.run(BOXES);
        softly.assertThat(boxes).as("places, " + where).isEqualTo(places.computeIfAbsent(size[0], width -> boxes));
        softly.assertThat(browser.run(SPILLS)).as("spills, " + where).isEqualTo("");
        softly.assertThat(number(DIGIT_SHARE)).as("height of the digits, " + where).isGreaterThanOrEqualTo(0.25);
        softly.assertThat(browser.run(SMALL_TARGETS)).as("targets below 48 px, " + where).isEqualTo("");
      }
      softly.assertThat(browser.run("return document.body.innerText.toLowerCase()").toString())
          .as("words, " + scene.getKey())
          .doesNotContain("rounding", "injury", "unsafe", "!");
      if (!scene.getValue().twoSensors()) {
        softly.assertThat(browser.run("return document.body.textContent.toLowerCase()").toString())
            .as("one sensor, " + scene.getKey())
            .doesNotContain("flexion")
            .contains("inclination");
      }
    }
    softly.assertAll();
  }

  @ParameterizedTest
  @ValueSource(strings = {"empty", "withdrawn", "watch", "warn", "lost"})
  void axeHasNothingAgainstIt(String scene) throws InterruptedException {
    browser.size(390, 844);
    Gallery.open(browser, stage, scene);
    browser.await("drawn", DRAWN);
    assertThat(browser.axeViolations()).isEmpty();
  }
}
