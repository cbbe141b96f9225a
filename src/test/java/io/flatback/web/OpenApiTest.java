package io.flatback.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.router.ParsedEndpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class OpenApiTest {
  @TempDir Path directory;
  private Service service;
  private JsonNode document;

  @BeforeEach
  void open() throws Exception {
    service = Service.open(directory);
    document = Service.json(service.get("/openapi.json"));
  }

  @AfterEach
  void close() {
    service.close();
  }

  private static Set<String> operations(JsonNode document) {
    Set<String> found = new TreeSet<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      path.getValue().propertyNames().forEach(method -> found.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey()));
    }
    return found;
  }

  @Test
  void describesEveryRouteAndNothingElse() {
    Set<String> routed = new TreeSet<>();
    for (ParsedEndpoint parsed : service.server.endpoints()) {
      if (parsed.endpoint.method.isHttpMethod() && parsed.endpoint.path.startsWith("/api/")) {
        routed.add(parsed.endpoint.method.name() + " " + parsed.endpoint.path);
      }
    }
    assertThat(operations(document)).isEqualTo(routed).hasSizeGreaterThan(20);
  }

  @Test
  void isAnOpenApi31DocumentWhoseReferencesLeadSomewhere() {
    assertThat(document.path("openapi").asString()).startsWith("3.1");
    List<String> references = new ArrayList<>();
    collect(document, references);
    assertThat(references).isNotEmpty();
    for (String reference : references) {
      assertThat(document.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
    }
  }

  private static void collect(JsonNode node, List<String> references) {
    if (node.has("$ref")) {
      references.add(node.path("$ref").asString());
    }
    node.values().forEach(child -> collect(child, references));
  }

  @Test
  void operationIdsAreUnique() {
    List<String> ids = new ArrayList<>();
    document.path("paths").values().forEach(path -> path.values().forEach(o -> ids.add(o.path("operationId").asString())));
    assertThat(ids).doesNotHaveDuplicates().doesNotContain("");
  }

  @Test
  void promisesTheFieldsThatAreSent() throws Exception {
    service.athlete("Ada");
    assertSends("/api/v1/athletes", "Athlete");
    assertSends("/api/v1/platforms", "Platform");
    assertSends("/api/v1/sensors", "ListedSensor");
    assertSends("/api/v1/sensors-in-reach", "InReach");
    assertSends("/api/v1/machine", "Finding");
    service.send("POST", "/api/v1/sessions",
        "{\"platform\": \"" + service.live.platformId + "\", \"athlete\": \"" + service.database.athletes().list().getFirst().id() + "\"}");
    assertSends("/api/v1/sessions", "Session");
  }

  private void assertSends(String path, String schema) throws IOException, InterruptedException {
    JsonNode item = Service.json(service.get(path)).path("items").path(0);
    JsonNode properties = document.path("components").path("schemas").path(schema).path("properties");
    assertThat(List.copyOf(item.propertyNames())).as(schema).hasSameElementsAs(properties.propertyNames());
    for (Map.Entry<String, JsonNode> field : item.properties()) {
      String promised = properties.path(field.getKey()).toString();
      if (field.getValue().isNull()) {
        assertThat(promised).as(schema + "." + field.getKey() + " is null").contains("\"null\"");
      }
    }
  }

  @Test
  void doesNotAdvertiseWhatIsNotThereYet() {
    assertThat(document.path("paths").propertyNames().toString())
        .doesNotContain("hold-tests")
        .doesNotContain("programme");
  }
}
