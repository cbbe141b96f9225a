package io.flatback.store;

/** The data were written by a newer flatback than this one. */
public final class StoreTooNewException extends StoreException {
  private static final long serialVersionUID = 1L;

  StoreTooNewException(String message) {
    super(message);
  }
}
