package io.flatback.lift;

/** What the rep finder says as it goes. */
public sealed interface LiftEvent {
  /** When it was said, on the recording's time line. */
  long timeNanos();

  /** Left standing far enough that it may become a rep. */
  record Started(long timeNanos) implements LiftEvent {}

  /** On the way up again: will be a rep if it reaches standing. */
  record Provisional(long timeNanos, Rep rep) implements LiftEvent {}

  /** @param travelM rise of the sensor from bottom to lockout; 0 where it is not known */
  record Completed(long timeNanos, Rep rep, double travelM) implements LiftEvent {}

  record Rejected(long timeNanos, RejectedCandidate candidate) implements LiftEvent {}
}
