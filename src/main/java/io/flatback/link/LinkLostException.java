package io.flatback.link;

import java.io.IOException;

/** The device can't be reached, or no longer. The message says which, why, and the remedy. */
public final class LinkLostException extends IOException {
  private static final long serialVersionUID = 1L;

  public LinkLostException(String message) {
    super(message);
  }

  public LinkLostException(String message, Throwable cause) {
    super(message, cause);
  }
}
