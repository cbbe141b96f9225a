package io.flatback.store;

/** Which stretch of a list is wanted. */
public record Page(int offset, int limit) {
  public static final Page FIRST = new Page(0, 50);
  private static final int MAX_LIMIT = 500;

  public Page {
    if (offset < 0 || limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException(
          "page offset=" + offset + " limit=" + limit + ", expected offset ≥ 0 and limit 1 to " + MAX_LIMIT);
    }
  }
}
