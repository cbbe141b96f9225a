package io.flatback.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.session.SessionResult;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlReportTest {
  private static final Set<String> FETCHING = Set.of("src", "srcset", "data", "poster", "background", "action");

  static Stream<Arguments> sessions() {
    return Sessions.all().entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
  }

  private static Document parse(String html) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(html)));
  }

  private static List<Element> elements(Document page, String tag) {
    NodeList nodes = page.getElementsByTagName(tag);
    List<Element> found = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      found.add((Element) nodes.item(i));
    }
    return found;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sessions")
  void isWellFormedAndFetchesNothing(String name, SessionResult result) throws Exception {
    String html = HtmlReport.render(Sessions.model(result));
    keepForTheEye(name, html);
    Document page = parse(html);
    Set<String> ids = new HashSet<>();
    for (Element element : elements(page, "*")) {
      for (int i = 0; i < element.getAttributes().getLength(); i++) {
        Node attribute = element.getAttributes().item(i);
        assertThat(FETCHING).doesNotContain(attribute.getNodeName());
        assertThat(attribute.getNodeName()).doesNotStartWith("on");
        if (attribute.getNodeName().endsWith("href") && !attribute.getNodeValue().startsWith("#")) {
          assertThat(element.getTagName()).isEqualTo("a");
        }
        if (attribute.getNodeName().equals("id")) {
          assertThat(ids.add(attribute.getNodeValue())).as("id %s is given once", attribute.getNodeValue()).isTrue();
        }
      }
    }
    assertThat(elements(page, "script")).isEmpty();
    assertThat(elements(page, "link")).isEmpty();
    assertThat(html).doesNotContain("@import").doesNotContain("url(");
  }

  /** The pages of the last run lie in target/report-preview, to be looked at. */
  private static void keepForTheEye(String name, String html) throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "report-preview"));
    Files.writeString(folder.resolve(name + ".html"), html);
  }

  @Test
  void escapesWhatComesFromOutside() throws Exception {
    SetBuilder set =
        new SetBuilder(1, 0).pulls(.8).onsets(40).exercise("<img onerror=\"x\">'&", false);
    ReportContext hostile = new ReportContext("<script>alert(1)</script>", "s", null, "a\u0000\ud800b&\".csv", "<1>");
    SessionResult told = Sessions.oneSensor(10, set.build());
    String html = HtmlReport.render(ReportModel.of(told, hostile));
    Document page = parse(html);
    assertThat(elements(page, "script")).isEmpty();
    assertThat(elements(page, "img")).isEmpty();
    assertThat(page.getDocumentElement().getTextContent())
        .contains("<script>alert(1)</script>", "<img onerror=\"x\">'&", "a\ufffd\ufffdb&\".csv");
  }

  @Test
  void drawsEveryRepAsAMarkThatItsOutlineTellsApart() {
    Set<String> outlines = new HashSet<>();
    for (RepState state : RepState.values()) {
      Markup out = new Markup();
      Drawing d = Drawing.open(out, 10, 10, "x", "x");
      RepMark.bar(d, state, 0, 10, 10, 10);
      d.close();
      String withoutColour = out.toString().replaceAll("(class|fill|stroke)=\"[^\"]*\"", "");
      assertThat(outlines.add(withoutColour)).as(state.word()).isTrue();
    }
  }

  @Test
  void tellsTheStateOfEveryRepInWordsToo() {
    String html = HtmlReport.render(Sessions.model(Sessions.twoSensors()));
    assertThat(html).contains("Set 2 · 145 kg: rep 1 held, rep 2 held, rep 3 held, "
        + "rep 4 watch, rep 5 warn, rep 6 warn");
  }

  @Test
  void leavesAGapOpenAndSaysHowLongItIs() throws Exception {
    Document page = parse(HtmlReport.render(Sessions.model(Sessions.gap())));
    assertThat(page.getDocumentElement().getTextContent()).contains("gap 2.0 s");
    long pieces =
        elements(page, "svg").stream()
            .filter(svg -> svg.getAttribute("class").equals("trace wide"))
            .mapToLong(svg -> svg.getElementsByTagName("polyline").getLength())
            .sum();
    assertThat(pieces).isEqualTo(2);
  }

  @Test
  void drawsATrendOnlyWhereItIsBeyondNoise() {
    Pattern trend = Pattern.compile("trend \\+");
    assertThat(HtmlReport.render(Sessions.model(Sessions.fatigue()))).contains("trend +1.9° a rep");
    assertThat(trend.matcher(HtmlReport.render(Sessions.model(Sessions.clean()))).find()).isFalse();
  }

  @Test
  void putsWhatIsMissingWhereItWouldHaveBeen() {
    String html = HtmlReport.render(Sessions.model(Sessions.accelerometerOnly()));
    assertThat(html).contains("Not measurable here: needs a second sensor, over the sacrum.");
    assertThat(html)
        .contains("rowspan=\"5\" class=\"missing\">needs a gyroscope; this recording holds acceleration only</td>");
  }

  @Test
  void namesTheSourceOfEveryLimit() {
    String html = HtmlReport.render(Sessions.model(Sessions.fatigue()));
    assertThat(html).contains("<details>", "https://doi.org/10.1249/MSS.0b013e318213f880", "two reps in a row");
  }

  @Test
  void listsWhatWasTurnedDownWithItsReason() {
    String html = HtmlReport.render(Sessions.model(Sessions.fatigue()));
    assertThat(html).contains("214.0 to 215.4 s: went down and did not come up to standing");
  }
}
