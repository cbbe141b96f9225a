package io.flatback.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** The page on which sensors are taken in and let go. */
@ExtendWith(OnStage.class)
class SensorsPageTest {
  private final Browser browser;
  private final Stage stage;

  SensorsPageTest(Browser browser, Stage stage) {
    this.browser = browser;
    this.stage = stage;
  }

  @BeforeEach
  void open() {
    stage.reset(Script.emptySnapshot());
    Canned.install(stage);
    browser.size(1280, 800);
    browser.driver().get(stage.address() + "/sensors");
    browser.await("drawn", "document.querySelectorAll('#reach li').length === 5");
  }

  private List<String> sent(String method) {
    return stage.asked().stream().filter(asked -> asked.method().equals(method)).map(asked -> asked.path() + " " + asked.body()).toList();
  }

  private WebElement reach(String sensor) {
    return browser.driver().findElement(By.cssSelector("#reach [data-key='i-" + sensor + "']"));
  }

  @Test
  void onlyWhatAnsweredCanBeUsedAndWhereItIsWornIsSent() {
    assertThat(browser.run("return [...document.querySelectorAll('#reach .use:not([hidden]) button')].map((b) => b.textContent).join()"))
        .isEqualTo("Use this sensor,Pair and use");
    WebElement port = reach("serial:/dev/ttyACM0");
    assertThat(port.findElement(By.tagName("select")).getDomProperty("value")).isEqualTo("lumbar");
    new Select(port.findElement(By.tagName("select"))).selectByVisibleText("Sacrum, with Ada’s other one");
    port.findElement(By.tagName("button")).click();
    browser.await("sent", "document.activeElement.id === 'h-listening'");
    assertThat(sent("POST"))
        .containsExactly("/api/v1/sensors {\"sensor\":\"serial:/dev/ttyACM0\",\"placement\":\"sacrum\",\"platform\":\"p1\"}");
  }

  @Test
  void aBluetoothSensorSaysWhatToDoAtItAndWhyItCouldNotBeUsed() throws IOException {
    WebElement radio = reach("ble:C0:FF:EE:00:00:02");
    assertThat(radio.getText()).contains("Hold its button until the light blinks", "60 seconds", "−61 dBm");
    stage.answer("POST", "/api/v1/sensors", new Stage.Answer(409, "application/problem+json",
        "{\"title\":\"Sensor is in use\",\"status\":409,\"detail\":\"It is listened to already.\",\"remedy\":\"Let it go first.\"}"));
    radio.findElement(By.tagName("button")).click();
    browser.await("said", "document.querySelector('#reach .said-no:not(:empty)')");
    assertThat(radio.getText()).contains("listened to already. Let it go first.");
    assertThat(browser.axeViolations()).isEmpty();
    assertThat(browser.consoleErrors()).as("the browser's own word on 409").allMatch(e -> e.contains("409"));
    browser.size(390, 844);
    browser.shoot("sensors-refused-390");
  }

  @Test
  void lettingGoIsRefusedInWordsWhileASessionGoesOn() {
    browser.driver().findElement(By.cssSelector("#sensors [data-key='i-ble:flatback-1'] button")).click();
    browser.await("said", "document.querySelector('#sensors .said-no:not(:empty)')");
    assertThat(browser.text("#sensors .said-no:not(:empty)")).contains("session that goes on", "End the session first");
    assertThat(browser.consoleErrors()).as("the browser's own word on 409").allMatch(e -> e.contains("409"));
  }

  @Test
  void whatIsUnderAFingerStaysWhileFiguresChange() throws InterruptedException {
    WebElement select = reach("serial:/dev/ttyACM0").findElement(By.tagName("select"));
    new Select(select).selectByVisibleText("Sacrum");
    WebElement letGo = browser.driver().findElement(By.cssSelector("#sensors button"));
    letGo.sendKeys("");
    Canned.installPluggedIn(stage);
    browser.await("drawn anew", "document.querySelectorAll('#reach li').length === 6");
    assertThat(select.getDomProperty("value")).isEqualTo("sacrum");
    assertThat(browser.driver().switchTo().activeElement()).isEqualTo(letGo);
    assertThat(browser.text("#ask-said")).contains("Plugged in: Seeed XIAO");
  }

  @Test
  void whatIsAmissWithTheMachineStandsWithItsRemedy() {
    browser.await("examined", "document.querySelectorAll('#machine li').length === 2");
    assertThat(browser.text("#machine")).contains("belongs to the group dialout", "Do this: sudo usermod", "Nothing amiss with: Java, disk");
  }

  @Test
  void thePageOfAFirstDaySaysWhatToDo() throws IOException {
    Canned.installNothing(stage);
    browser.driver().get(stage.address() + "/sensors");
    browser.await("drawn", "document.querySelector('#sensors .empty') && document.querySelector('#reach li')");
    assertThat(browser.text("#sensors")).contains("Plug one in by USB");
    assertThat(browser.axeViolations()).isEmpty();
    browser.shoot("sensors-empty-1280");
  }
}
