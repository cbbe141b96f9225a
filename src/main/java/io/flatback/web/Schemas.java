package io.flatback.web;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON schemas of records: each component is a field, one that may be null says so. What the service sends
 * and what it says it sends come from the same record.
 */
final class Schemas {
  private static final Map<Class<?>, String> PLAIN =
      Map.of(
          String.class, "string",
          boolean.class, "boolean",
          Boolean.class, "boolean",
          int.class, "integer",
          Integer.class, "integer",
          double.class, "number",
          Double.class, "number");

  private final Map<String, ObjectNode> named = new TreeMap<>();

  /** Adds a schema that was written by hand. */
  void add(String name, ObjectNode schema) {
    named.put(name, schema);
  }

  /** @param requiresAll false for a request, in which what may be null may also be left out */
  ObjectNode reference(Class<? extends Record> shape, boolean requiresAll) {
    String name = name(shape);
    if (!named.containsKey(name)) {
      ObjectNode schema = Json.MAPPER.createObjectNode();
      named.put(name, schema);
      describe(schema, shape, requiresAll);
    }
    return reference(name);
  }

  static ObjectNode reference(String name) {
    return Json.MAPPER.createObjectNode().put("$ref", "#/components/schemas/" + name);
  }

  Map<String, ObjectNode> named() {
    return named;
  }

  static String name(Class<?> shape) {
    String name = shape.getSimpleName();
    if (name.equals("Shown") && shape.getEnclosingClass() != null) {
      return shape.getEnclosingClass().getSimpleName();
    }
    return name.endsWith("Json") ? name.substring(0, name.length() - "Json".length()) : name;
  }

  private void describe(ObjectNode schema, Class<? extends Record> shape, boolean requiresAll) {
    schema.put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = Json.MAPPER.createArrayNode();
    for (RecordComponent component : shape.getRecordComponents()) {
      String field = Body.fieldName(component);
      AnnotatedType type = component.getAnnotatedType();
      properties.set(field, schema(type, requiresAll));
      if (requiresAll || !isNullable(type)) {
        required.add(field);
      }
    }
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    schema.put("additionalProperties", false);
  }

  private static boolean isNullable(AnnotatedType type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  private ObjectNode schema(AnnotatedType type, boolean requiresAll) {
    ObjectNode schema =
        type instanceof AnnotatedParameterizedType generic
            ? container(generic, requiresAll)
            : single((Class<?>) type.getType(), requiresAll);
    return isNullable(type) ? orNull(schema) : schema;
  }

  private ObjectNode container(AnnotatedParameterizedType type, boolean requiresAll) {
    AnnotatedType[] arguments = type.getAnnotatedActualTypeArguments();
    ObjectNode item = schema(arguments[arguments.length - 1], requiresAll);
    return arguments.length == 1
        ? array(item)
        : Json.MAPPER.createObjectNode().put("type", "object").set("additionalProperties", item);
  }

  static ObjectNode array(ObjectNode item) {
    return Json.MAPPER.createObjectNode().put("type", "array").set("items", item);
  }

  private ObjectNode single(Class<?> type, boolean requiresAll) {
    if (type.isRecord()) {
      return reference(type.asSubclass(Record.class), requiresAll);
    }
    if (type == Instant.class) {
      return Json.MAPPER.createObjectNode().put("type", "string").put("format", "date-time");
    }
    if (type == JsonNode.class) {
      return Json.MAPPER.createObjectNode().put("description", "In the very shape of flatback.report/1.");
    }
    String plain = PLAIN.get(type);
    if (plain == null) {
      throw new IllegalStateException("no schema for " + type + " (or for " + List.class + "): add it here");
    }
    return Json.MAPPER.createObjectNode().put("type", plain);
  }

  private static ObjectNode orNull(ObjectNode schema) {
    if (schema.path("type").isString()) {
      ArrayNode types = Json.MAPPER.createArrayNode().add(schema.path("type").asString()).add("null");
      schema.set("type", types);
      return schema;
    }
    ObjectNode either = Json.MAPPER.createObjectNode();
    either.putArray("anyOf").add(schema).add(Json.MAPPER.createObjectNode().put("type", "null"));
    return either;
  }
}
