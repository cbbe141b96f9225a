package io.flatback.store;

/** The disk is full. What was acknowledged before is safe; the commands end with code 74. */
public final class StoreFullException extends StoreException {
  private static final long serialVersionUID = 1L;

  StoreFullException(String message, Throwable cause) {
    super(message, cause);
  }
}
