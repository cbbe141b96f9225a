package io.flatback.web;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing the interface does: its route and what {@code /openapi.json} says of it, kept together so that
 * neither can be without the other.
 *
 * @param path with {@code {name}} for each parameter
 * @param id unique, for generated clients
 * @param query parameters after the question mark
 * @param body a record that names the fields of the request; null when there is no body
 * @param refusals kinds of problem particular to it
 */
record Operation(
    HandlerType method,
    String path,
    String id,
    String summary,
    List<QueryParameter> query,
    @Nullable Class<? extends Record> body,
    Answer answer,
    List<Problem.Kind> refusals,
    Handler handler) {

  /** @param schema {@code integer}, {@code string} or {@code boolean} */
  record QueryParameter(String name, String schema, String description) {}

  /** What is sent when all went well. */
  sealed interface Answer {
    int status();

    String description();
  }

  /** @param shape a record */
  record JsonAnswer(int status, String description, Class<? extends Record> shape) implements Answer {}

  /** @param item a record, or a class of the report's */
  record PageAnswer(int status, String description, String itemSchema, @Nullable Class<? extends Record> item)
      implements Answer {}

  /** @param mediaTypes what it can be had as, the default first */
  record TextAnswer(int status, String description, List<String> mediaTypes) implements Answer {}

  record NoAnswer(int status, String description) implements Answer {}

  static Operation get(String path, String id, String summary, Answer answer, Handler handler) {
    return new Operation(HandlerType.GET, path, id, summary, List.of(), null, answer, List.of(), handler);
  }

  static Operation post(String path, String id, String summary, Answer answer, Handler handler) {
    return new Operation(HandlerType.POST, path, id, summary, List.of(), null, answer, List.of(), handler);
  }

  static Operation patch(String path, String id, String summary, Answer answer, Handler handler) {
    return new Operation(HandlerType.PATCH, path, id, summary, List.of(), null, answer, List.of(), handler);
  }

  static Operation delete(String path, String id, String summary, Handler handler) {
    return new Operation(
        HandlerType.DELETE, path, id, summary, List.of(), null, new NoAnswer(204, "Deleted."), List.of(), handler);
  }

  Operation with(QueryParameter... parameters) {
    return new Operation(method, path, id, summary, List.of(parameters), body, answer, refusals, handler);
  }

  Operation taking(Class<? extends Record> shape) {
    return new Operation(method, path, id, summary, query, shape, answer, refusals, handler);
  }

  Operation refusing(Problem.Kind... kinds) {
    return new Operation(method, path, id, summary, query, body, answer, List.of(kinds), handler);
  }
}
