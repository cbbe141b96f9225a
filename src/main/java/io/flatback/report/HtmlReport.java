package io.flatback.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The report on one page that needs nothing else: style and drawings are inside, there is no script, and
 * nothing is fetched. The page is well-formed XML too, so that it can be turned into a PDF.
 */
public final class HtmlReport {
  private static final String STYLE = read("report.css");

  private HtmlReport() {}

  public static String render(ReportModel model) {
    Markup out = new Markup();
    out.open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "en");
    head(out, "Flatback: " + model.headline().sentence(), model.context().version());
    out.open("body").open("main").line();
    new HtmlFirstScreen(out, model).write();
    new HtmlSets(out, model).write();
    new HtmlSessions(out, model).write();
    new HtmlBackground(out, model).write();
    out.close().close().close();
    return "<!DOCTYPE html>\n" + out + "\n";
  }

  static void head(Markup out, String title, String version) {
    out.open("head").line();
    out.empty("meta", "charset", "utf-8").line();
    out.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").line();
    out.empty("meta", "name", "color-scheme", "content", "light dark").line();
    out.empty("meta", "name", "generator", "content", "flatback " + version).line();
    out.element("title", title).line();
    out.style(STYLE + "@media screen and (prefers-color-scheme:dark){\n" + Ink.darkRules() + "}\n");
    out.close().line();
  }

  private static String read(String name) {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("resource " + name + " is missing from this build: build again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
