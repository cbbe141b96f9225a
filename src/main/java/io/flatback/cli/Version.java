package io.flatback.cli;

/** Which build this is. */
final class Version {
  private Version() {}

  /** From the jar's manifest. */
  static String get() {
    String version = Flatback.class.getPackage().getImplementationVersion();
    return version == null ? "unpacked" : version;
  }
}
