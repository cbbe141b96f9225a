package io.flatback.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON object of a request. Says in words what is wrong with it. A field that is left out and a field
 * that is {@code null} are two things: the first means "leave it", the second "nobody, nothing".
 */
final class Body {
  static final int MAX_BYTES = 64 * 1024;
  private static final int MAX_TEXT = 200;

  private final ObjectNode fields;

  private Body(ObjectNode fields) {
    this.fields = fields;
  }

  /** @param shape names the fields that are known; any other is refused */
  static Body of(Context ctx, Class<? extends Record> shape) {
    byte[] bytes = read(ctx);
    if (bytes.length > 0 && !isJson(ctx.contentType())) {
      throw new ProblemException(
          Problem.Kind.UNSUPPORTED_MEDIA_TYPE,
          "Content-Type is " + ctx.contentType() + ", expected application/json.",
          "Send Content-Type: application/json.");
    }
    Body body = new Body(bytes.length == 0 ? Json.MAPPER.createObjectNode() : parse(bytes));
    body.refuseUnknown(shape);
    return body;
  }

  private static byte[] read(Context ctx) {
    try {
      byte[] bytes = ctx.req().getInputStream().readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new ProblemException(
            Problem.Kind.BODY_TOO_LARGE,
            "The body is larger than " + MAX_BYTES + " bytes.",
            "Send at most " + MAX_BYTES + " bytes.");
      }
      return bytes;
    } catch (IOException e) {
      throw new ProblemException(Problem.Kind.BAD_REQUEST, "The body ended early.", "Send it again.");
    }
  }

  private static boolean isJson(@Nullable String contentType) {
    return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith("application/json");
  }

  private static ObjectNode parse(byte[] bytes) {
    try {
      if (Json.MAPPER.readTree(bytes) instanceof ObjectNode object) {
        return object;
      }
    } catch (JacksonException e) {
      throw new ProblemException(
          Problem.Kind.BAD_JSON, "The body is not JSON: " + e.getOriginalMessage(), "Send a JSON object.");
    }
    throw new ProblemException(
        Problem.Kind.BAD_JSON, "The body is JSON, but not an object.", "Send a JSON object: {\"field\": value}.");
  }

  private void refuseUnknown(Class<? extends Record> shape) {
    List<String> known = Arrays.stream(shape.getRecordComponents()).map(Body::fieldName).toList();
    for (String name : fields.propertyNames()) {
      if (!known.contains(name)) {
        throw ProblemException.badValue("Field '" + name + "'", "not known", "only " + String.join(", ", known));
      }
    }
  }

  static String fieldName(RecordComponent component) {
    return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  boolean isEmpty() {
    return fields.isEmpty();
  }

  boolean has(String name) {
    return fields.has(name);
  }

  String text(String name) {
    String text = textOrNull(name);
    if (text == null) {
      throw ProblemException.badValue("Field '" + name + "'", has(name) ? "null" : "missing", "a text");
    }
    return text;
  }

  /** @return null when it is left out or null */
  @Nullable String textOrNull(String name) {
    JsonNode node = fields.get(name);
    if (node == null || node.isNull()) {
      return null;
    }
    String text = node.isString() ? node.asString().strip() : "";
    if (text.isEmpty() || text.length() > MAX_TEXT) {
      throw ProblemException.badValue("Field '" + name + "'", abridged(node), "a text of 1 to " + MAX_TEXT + " characters");
    }
    return text;
  }

  /** @return null when it is left out or null */
  @Nullable Double numberOrNull(String name, double min, double max) {
    JsonNode node = fields.get(name);
    if (node == null || node.isNull()) {
      return null;
    }
    double number = node.isNumber() ? node.asDouble() : Double.NaN;
    if (!(number >= min && number <= max)) {
      throw ProblemException.badValue(
          "Field '" + name + "'", abridged(node), "a number from " + plain(min) + " to " + plain(max));
    }
    return number;
  }

  /** @return null when it is left out or null */
  @Nullable Boolean yesOrNo(String name) {
    JsonNode node = fields.get(name);
    if (node == null || node.isNull()) {
      return null;
    }
    if (!node.isBoolean()) {
      throw ProblemException.badValue("Field '" + name + "'", abridged(node), "true or false");
    }
    return node.asBoolean();
  }

  boolean isTrue(String name) {
    JsonNode node = fields.get(name);
    if (node == null) {
      return false;
    }
    if (!node.isBoolean() || !node.asBoolean()) {
      throw ProblemException.badValue("Field '" + name + "'", abridged(node), "true, or left out");
    }
    return true;
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  private static String abridged(JsonNode node) {
    String text = node.toString();
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }
}
