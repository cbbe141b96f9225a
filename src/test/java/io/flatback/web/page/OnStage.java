package io.flatback.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One browser and one scripted service for all page tests of a run. After each test: nothing in the console, which
 * would also name a request to another host.
 */
final class OnStage implements BeforeAllCallback, AfterEachCallback, ParameterResolver {
  private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(OnStage.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    browser(context);
    stage(context);
  }

  private static Browser browser(ExtensionContext context) {
    return context.getRoot().getStore(NAMESPACE).computeIfAbsent(Browser.class, key -> new Browser(), Browser.class);
  }

  private static Stage stage(ExtensionContext context) {
    return context.getRoot().getStore(NAMESPACE).computeIfAbsent(Stage.class, key -> newStage(), Stage.class);
  }

  private static Stage newStage() {
    try {
      return new Stage(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Browser browser = browser(context);
    if (context.getExecutionException().isPresent()) {
      browser.shootQuietly("failed-" + context.getRequiredTestMethod().getName());
    }
    browser.driver().get("about:blank");
    assertThat(browser.consoleErrors()).as("console").isEmpty();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Browser.class || type == Stage.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Browser.class ? browser(context) : stage(context);
  }
}
