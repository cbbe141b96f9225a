package io.flatback.web;

import java.util.Locale;

/**
 * What went wrong with a request, as RFC 9457 wants it: what, where, and what to do.
 *
 * @param type names the kind, {@code urn:flatback:problem:…}; stable, for programs
 * @param where the request it is about
 */
record Problem(String type, String title, int status, String detail, String where, String remedy) {

  static final String MEDIA_TYPE = "application/problem+json";

  /** The kinds there are; the table in docs/api.md lists the same. */
  enum Kind {
    BAD_JSON(400, "Body is not JSON"),
    BAD_VALUE(400, "Value not understood"),
    BAD_REQUEST(400, "Request not understood"),
    TOKEN_MISSING(401, "Token missing or wrong"),
    FOREIGN_HOST(403, "Host is not this service"),
    FOREIGN_ORIGIN(403, "Request comes from another site"),
    SENSOR_NOT_ALLOWED(403, "Sensor can't be taken in from here"),
    NOT_FOUND(404, "Not found"),
    UNKNOWN_ROUTE(404, "Unknown route"),
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    NOT_ACCEPTABLE(406, "Not to be had in that format"),
    SESSION_ACTIVE(409, "Session is active"),
    SESSION_ENDED(409, "Session has ended"),
    PLATFORM_BUSY(409, "Platform is busy"),
    PLATFORM_WITHOUT_ATHLETE(409, "Platform has no athlete"),
    REP_MOVED(409, "Another rep stands there by now"),
    EDIT_WITHOUT_EFFECT(409, "The edit changes nothing"),
    ATHLETE_IN_USE(409, "Athlete has sessions"),
    SENSOR_IN_USE(409, "Sensor is in use"),
    BODY_TOO_LARGE(413, "Body too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "Media type not supported"),
    FAULT(500, "Fault of the program"),
    DISK(503, "The disk does not take it"),
    NOT_READY(503, "Not ready");

    final int status;
    final String title;

    Kind(int status, String title) {
      this.status = status;
      this.title = title;
    }

    String type() {
      return "urn:flatback:problem:" + name().toLowerCase(Locale.ROOT);
    }
  }
}
