package io.flatback.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A real browser with the live page open, and an ear of its own that notes when a warning reached it. */
final class BrowserEars implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final String LISTEN =
      """
      window.heard = [];
      new EventSource('/api/v1/live').addEventListener('warning', (event) =>
        window.heard.push([event.data, performance.timeOrigin + performance.now()]));
      """;

  private final ChromeDriver driver;

  private BrowserEars(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Empty where no browser is installed. */
  static Optional<BrowserEars> open(String address) {
    if (!Files.isExecutable(CHROMIUM) || !Files.isExecutable(DRIVER)) {
      return Optional.empty();
    }
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run");
    ChromeDriver driver =
        new ChromeDriver(
            new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build(), options);
    driver.get(address);
    driver.executeScript(LISTEN);
    return Optional.of(new BrowserEars(driver));
  }

  /** @return what came, on the clock of {@link System#nanoTime} */
  List<LiveEars.Heard> heard() {
    long offsetNanos = System.nanoTime() - System.currentTimeMillis() * 1_000_000L;
    List<LiveEars.Heard> found = new ArrayList<>();
    if (driver.executeScript("return window.heard") instanceof List<?> all) {
      for (Object one : all) {
        List<?> pair = (List<?>) one;
        double atMs = ((Number) pair.get(1)).doubleValue();
        found.add(new LiveEars.Heard("warning", (String) pair.get(0), (long) (atMs * 1e6) + offsetNanos));
      }
    }
    return found;
  }


  @Override
  public void close() {
    driver.quit();
  }
}
