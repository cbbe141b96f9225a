package io.flatback.cli.reach;

/** How a port is asked who is there. */
public enum Manner {
  /** Nothing is written: who speaks by itself is heard. */
  LISTEN,
  /** GET_HELLO, on a line on which nothing is heard; never into something else's talk. */
  POLITE,
  /** GET_HELLO and the ping of x-IMU3, whatever is heard. */
  INSISTENT
}
