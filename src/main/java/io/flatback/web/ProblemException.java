package io.flatback.web;

/** Ends a request with a {@link Problem}. Its message is the sentence the client reads. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Problem.Kind kind;
  private final String remedy;

  ProblemException(Problem.Kind kind, String detail, String remedy) {
    super(detail);
    this.kind = kind;
    this.remedy = remedy;
  }

  public static ProblemException badValue(String what, String found, String expected) {
    return new ProblemException(
        Problem.Kind.BAD_VALUE, what + " is " + found + ", expected " + expected + ".", "Send " + expected + ".");
  }

  public static ProblemException notFound(String what, String remedy) {
    return new ProblemException(Problem.Kind.NOT_FOUND, "There is no " + what + ".", remedy);
  }

  public static ProblemException sessionActive(String detail, String remedy) {
    return new ProblemException(Problem.Kind.SESSION_ACTIVE, detail, remedy);
  }

  public static ProblemException sessionEnded(String detail, String remedy) {
    return new ProblemException(Problem.Kind.SESSION_ENDED, detail, remedy);
  }

  public static ProblemException platformBusy(String detail, String remedy) {
    return new ProblemException(Problem.Kind.PLATFORM_BUSY, detail, remedy);
  }

  public static ProblemException platformWithoutAthlete(String detail, String remedy) {
    return new ProblemException(Problem.Kind.PLATFORM_WITHOUT_ATHLETE, detail, remedy);
  }

  public static ProblemException sensorNotAllowed(String detail, String remedy) {
    return new ProblemException(Problem.Kind.SENSOR_NOT_ALLOWED, detail, remedy);
  }

  public static ProblemException sensorInUse(String detail, String remedy) {
    return new ProblemException(Problem.Kind.SENSOR_IN_USE, detail, remedy);
  }

  public static ProblemException editWithoutEffect(String detail, String remedy) {
    return new ProblemException(Problem.Kind.EDIT_WITHOUT_EFFECT, detail, remedy);
  }

  Problem.Kind kind() {
    return kind;
  }

  Problem at(String where) {
    return new Problem(kind.type(), kind.title, kind.status, detail(), where, remedy);
  }

  private String detail() {
    String message = getMessage();
    return message == null ? kind.title + "." : message;
  }
}
