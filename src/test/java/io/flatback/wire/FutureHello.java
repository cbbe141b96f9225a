package io.flatback.wire;

/** A HELLO as a device of major version 2 would send it. */
public final class FutureHello {
  private FutureHello() {}

  public static byte[] frame() {
    return Vectors.all().stream()
        .filter(vector -> vector.name().equals("bad-hello-future"))
        .findFirst()
        .orElseThrow()
        .bytes();
  }
}
