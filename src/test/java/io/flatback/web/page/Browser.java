package io.flatback.web.page;

import com.deque.html.axecore.args.AxeRuleOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A real browser of a given size. It finds no other host, so that a request to one is an error in the console. Skips
 * the test, or fails it with {@code CI=true}, where there is none.
 */
final class Browser implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Path SHOTS = Path.of("target", "screenshots");

  private final ChromeDriver driver;

  Browser() {
    needs(CHROMIUM, "chromium");
    needs(DRIVER, "chromium-driver");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--no-first-run", "--hide-scrollbars",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost");
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service = new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
    driver = new ChromeDriver(service, options);
    driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(20));
  }

  private static void needs(Path tool, String aptPackage) {
    boolean there = Files.isExecutable(tool);
    String message = tool + " is absent: apt-get install " + aptPackage;
    if (!there && "true".equals(System.getenv("CI"))) {
      throw new AssertionError(message);
    }
    Assumptions.assumeTrue(there, message);
  }

  ChromeDriver driver() {
    return driver;
  }

  /** Makes the page itself this large, whatever the window adds. */
  void size(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    driver.manage().window().setSize(new Dimension(Math.max(width, 500), height));
  }

  /** Text of the only element the selector finds, as it is drawn. */
  String text(String selector) {
    return driver.findElement(By.cssSelector(selector)).getText();
  }

  @Nullable Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** Waits until the script answers true. */
  void await(String what, String condition) {
    await(what, condition, Duration.ofSeconds(4));
  }

  void await(String what, String condition, Duration patience) {
    new WebDriverWait(driver, patience, Duration.ofMillis(20))
        .withMessage(what)
        .until(there -> Boolean.TRUE.equals(run("return Boolean(" + condition + ")")));
  }

  /** Everything axe-core has to say against the page, contrast of 7:1 asked for. */
  List<String> axeViolations() {
    AxeRuleOptions enabled = new AxeRuleOptions();
    enabled.setEnabled(true);
    AxeRunOptions options = new AxeRunOptions();
    options.setRules(Map.of("color-contrast-enhanced", enabled, "target-size", enabled));
    return new AxeBuilder().withOptions(options).analyze(driver).getViolations().stream()
        .map(rule -> rule.getId() + ": " + rule.getHelp() + " " + where(rule))
        .toList();
  }

  void shoot(String name) throws IOException {
    Files.createDirectories(SHOTS);
    Files.write(SHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
  }

  private static List<String> where(Rule rule) {
    return rule.getNodes().stream().map(CheckedNode::getHtml).toList();
  }

  /** What the page looked like when a test failed. */
  void shootQuietly(String name) {
    try {
      shoot(name);
    } catch (IOException | WebDriverException e) {
      System.err.println("no picture of " + name + ": " + e.getMessage());
    }
  }

  /** Console messages at the level of an error since the last call. */
  List<String> consoleErrors() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
