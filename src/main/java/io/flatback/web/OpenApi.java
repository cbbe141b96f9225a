package io.flatback.web;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI 3.1 description of the routes, made from the routes. */
final class OpenApi {
  private static final Pattern PATH_PARAMETER = Pattern.compile("\\{(\\w+)}");
  private static final List<Class<? extends LivePayload>> PAYLOADS =
      List.of(
          LivePayload.Sensor.class,
          LivePayload.Posture.class,
          LivePayload.Calibration.class,
          LivePayload.SetBegan.class,
          LivePayload.RepBegan.class,
          LivePayload.RepSeen.class,
          LivePayload.RepDone.class,
          LivePayload.RepTakenBack.class,
          LivePayload.Bands.class,
          LivePayload.Raised.class,
          LivePayload.SetOver.class,
          LivePayload.SessionChanged.class,
          LivePayload.PlatformChanged.class);

  private final Schemas schemas = new Schemas();
  private final boolean needsToken;

  private OpenApi(boolean needsToken) {
    this.needsToken = needsToken;
  }

  static ObjectNode of(List<Operation> operations, String version, boolean needsToken) {
    return new OpenApi(needsToken).document(operations, version);
  }

  private ObjectNode document(List<Operation> operations, String version) {
    ObjectNode document = Json.MAPPER.createObjectNode().put("openapi", "3.1.0");
    document
        .putObject("info")
        .put("title", "Flatback")
        .put("version", version)
        .put("description", "Sensors over the lower back, sessions, reps and reports. All errors are RFC 9457 problems.");
    document.putArray("servers").addObject().put("url", "/");
    ObjectNode paths = document.putObject("paths");
    for (Operation operation : operations) {
      paths
          .withObjectProperty(operation.path())
          .set(operation.method().name().toLowerCase(Locale.ROOT), describe(operation));
    }
    schemas.add("ReportSet", Json.MAPPER.createObjectNode().put("type", "object").put("description", "A set as in flatback.report/1."));
    PAYLOADS.forEach(payload -> schemas.reference(payload.asSubclass(Record.class), true));
    schemas.reference(SnapshotJson.class, true);
    ObjectNode components = document.putObject("components");
    ObjectNode named = components.putObject("schemas");
    schemas.named().forEach(named::set);
    secure(document, components);
    return document;
  }

  private void secure(ObjectNode document, ObjectNode components) {
    if (needsToken) {
      components.putObject("securitySchemes").putObject("token").put("type", "http").put("scheme", "bearer");
      document.putArray("security").addObject().putArray("token");
    }
  }

  private ObjectNode describe(Operation operation) {
    ObjectNode described =
        Json.MAPPER.createObjectNode().put("operationId", operation.id()).put("summary", operation.summary());
    ArrayNode parameters = described.putArray("parameters");
    Matcher inPath = PATH_PARAMETER.matcher(operation.path());
    while (inPath.find()) {
      parameter(parameters, inPath.group(1), "path", "string").put("required", true);
    }
    for (Operation.QueryParameter query : operation.query()) {
      parameter(parameters, query.name(), "query", query.schema()).put("description", query.description());
    }
    Class<? extends Record> body = operation.body();
    if (body != null) {
      ObjectNode content = described.putObject("requestBody").put("required", true).putObject("content");
      content.putObject("application/json").set("schema", schemas.reference(body, false));
    }
    responses(described.putObject("responses"), operation);
    return described;
  }

  private static ObjectNode parameter(ArrayNode parameters, String name, String in, String type) {
    ObjectNode parameter = parameters.addObject().put("name", name).put("in", in);
    parameter.putObject("schema").put("type", type);
    return parameter;
  }

  private void responses(ObjectNode responses, Operation operation) {
    Operation.Answer answer = operation.answer();
    ObjectNode good = responses.putObject(Integer.toString(answer.status())).put("description", answer.description());
    switch (answer) {
      case Operation.JsonAnswer json -> content(good, "application/json", schemas.reference(json.shape(), true));
      case Operation.PageAnswer page -> content(good, "application/json", page(page));
      case Operation.TextAnswer text -> text.mediaTypes().forEach(type -> content(good, type, anyText(type)));
      case Operation.NoAnswer none -> good.put("description", none.description());
    }
    for (Problem.Kind kind : operation.refusals()) {
      refusal(responses, Integer.toString(kind.status), kind.title);
    }
    refusal(responses, "default", "Any other problem.");
  }

  private void refusal(ObjectNode responses, String status, String description) {
    if (responses.has(status)) {
      ObjectNode there = responses.withObjectProperty(status);
      there.put("description", there.path("description").asString() + "; " + description);
    } else {
      content(
          responses.putObject(status).put("description", description),
          Problem.MEDIA_TYPE,
          schemas.reference(Problem.class, true));
    }
  }

  private static void content(ObjectNode response, String mediaType, ObjectNode schema) {
    response.withObjectProperty("content").putObject(mediaType).set("schema", schema);
  }

  private static ObjectNode anyText(String mediaType) {
    String type = mediaType.equals("application/json") ? "object" : "string";
    return Json.MAPPER.createObjectNode().put("type", type);
  }

  private ObjectNode page(Operation.PageAnswer answer) {
    Class<? extends Record> item = answer.item();
    ObjectNode items = item == null ? Schemas.reference(answer.itemSchema()) : schemas.reference(item, true);
    ObjectNode page = Json.MAPPER.createObjectNode().put("type", "object");
    ObjectNode properties = page.putObject("properties");
    properties.set("items", Schemas.array(items));
    for (String number : List.of("limit", "offset", "total")) {
      properties.putObject(number).put("type", "integer");
    }
    properties.putObject("next").putArray("type").add("string").add("null");
    ArrayNode required = page.putArray("required");
    properties.propertyNames().forEach(required::add);
    return page;
  }
}
