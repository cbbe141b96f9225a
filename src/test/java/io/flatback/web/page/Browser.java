package io.flatback.web.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A real browser of a given size. Skips the test, or fails it with {@code CI=true}, where there is none. */
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
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--no-first-run", "--hide-scrollbars");
    options.setCapability("goog:loggingPrefs", logs);
    driver = new ChromeDriver(new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build(), options);
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
        java.util.Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    driver.manage().window().setSize(new Dimension(Math.max(width, 500), height));
  }

  void shoot(String name) throws IOException {
    Files.createDirectories(SHOTS);
    Files.write(SHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
  }

  /** Console messages at the level of an error since the last call. */
  List<String> consoleErrors() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  /** Addresses that pages asked for over the network since the last call. */
  List<String> requested() {
    return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
        .map(LogEntry::getMessage)
        .filter(message -> message.contains("\"Network.requestWillBeSent\""))
        .map(Browser::addressIn)
        .filter(address -> address.startsWith("http"))
        .toList();
  }

  private static String addressIn(String message) {
    int at = message.indexOf("\"url\":\"", message.indexOf("\"request\":"));
    return at < 0 ? "" : message.substring(at + 7, message.indexOf('"', at + 7));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
