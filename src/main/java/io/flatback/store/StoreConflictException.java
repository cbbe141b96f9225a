package io.flatback.store;

/** What was asked for contradicts what is there, e.g. a second session on a sensor that has one. */
public final class StoreConflictException extends StoreException {
  private static final long serialVersionUID = 1L;

  StoreConflictException(String message) {
    super(message);
  }
}
