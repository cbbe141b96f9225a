package io.flatback.wire;

import java.util.Optional;

/**
 * Tells by the bytes on a line which maker's device speaks, so that a wrong driver can be named and a port be known
 * without writing to it. Two marks make one: a single one happens by chance.
 */
public final class MakersMark {
  public static final String FLATBACK = "flatback";
  public static final String WITMOTION = "witmotion";
  public static final String XIMU3 = "ximu3";

  private static final int WITMOTION_HEAD = 0x55;
  private static final int WITMOTION_BYTES = 11;
  private static final int WITMOTION_FIRST_TYPE = 0x50;
  private static final int WITMOTION_LAST_TYPE = 0x5F;
  private static final int XIMU3_INERTIAL = 0x80 + 'I';
  private static final int XIMU3_INERTIAL_BYTES = 1 + 8 + 6 * 4;
  private static final int MARKS = 2;

  private final FrameDecoder frames = new FrameDecoder();
  private final int[] latest = new int[WITMOTION_BYTES];
  private final StringBuilder line = new StringBuilder();
  private long bytes;
  private int flatback;
  private boolean readings;
  private int witmotion;
  private int ximu3;

  public void offer(byte[] buffer, int length) {
    frames.offer(buffer, 0, length);
    while (frames.next()) {
      flatback += frames.event() instanceof WireMessage ? MARKS : 0;
      readings |= frames.event() instanceof Imu6;
    }
    for (int i = 0; i < length; i++) {
      byteCame(buffer[i] & 0xFF);
    }
  }

  private void byteCame(int value) {
    latest[(int) (bytes % WITMOTION_BYTES)] = value;
    bytes++;
    witmotion += isWitMotion() ? 1 : 0;
    if (value == '\n') {
      ximu3 += isXimu3() ? 1 : 0;
      line.setLength(0);
    } else if (line.length() < 2 * XIMU3_INERTIAL_BYTES) {
      line.append((char) value);
    }
  }

  /** Eleven bytes that begin with 55, name a type, and end with their sum. */
  private boolean isWitMotion() {
    if (bytes < WITMOTION_BYTES) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < WITMOTION_BYTES - 1; i++) {
      sum += at(i);
    }
    return at(0) == WITMOTION_HEAD && at(1) >= WITMOTION_FIRST_TYPE && at(1) <= WITMOTION_LAST_TYPE
        && (sum & 0xFF) == at(WITMOTION_BYTES - 1);
  }

  private int at(int index) {
    return latest[(int) ((bytes + index) % WITMOTION_BYTES)];
  }

  /** An inertial message of its length, the answer to a ping, or inertial data as text. */
  private boolean isXimu3() {
    if (line.isEmpty()) {
      return false;
    }
    boolean binary = line.charAt(0) == XIMU3_INERTIAL && line.length() >= XIMU3_INERTIAL_BYTES;
    String text = line.toString();
    return binary || text.startsWith("{\"ping\":") || text.matches("I,\\d+(,-?\\d+(\\.\\d+)?){6}\\r?");
  }

  public long bytes() {
    return bytes;
  }

  /** Readings of our own sensor came: somebody has started it. */
  public boolean readings() {
    return readings;
  }

  /** Name of the driver; empty while nothing is known. */
  public Optional<String> driver() {
    if (flatback >= MARKS) {
      return Optional.of(FLATBACK);
    }
    if (witmotion >= MARKS) {
      return Optional.of(WITMOTION);
    }
    return ximu3 >= MARKS ? Optional.of(XIMU3) : Optional.empty();
  }
}
