package io.flatback.motion;

/**
 * The latest rows, kept while the mounting is still being found, so that the first rep is not lost for
 * being first. Rows are reused; the oldest is overwritten.
 */
public final class MotionRows {
  /** 40 s at 100 Hz. */
  private static final int CAPACITY = 4000;

  private final MotionRow[] ring = new MotionRow[CAPACITY];
  private long written;

  public void add(MotionRow row) {
    int slot = (int) (written % CAPACITY);
    if (ring[slot] == null) {
      ring[slot] = new MotionRow();
    }
    ring[slot].copyFrom(row);
    written++;
  }

  public int size() {
    return (int) Math.min(written, CAPACITY);
  }

  /** 0 is the oldest. */
  public MotionRow get(int i) {
    return ring[(int) ((written - size() + i) % CAPACITY)];
  }

  public void clear() {
    written = 0;
  }
}
