package io.flatback.web;

import java.io.IOException;

/** The port can't be listened on. */
public final class PortTakenException extends IOException {
  private static final long serialVersionUID = 1L;

  PortTakenException(WebSettings settings, Throwable cause) {
    super(
        "can't listen on " + settings.host() + ":" + settings.port()
            + ": another program has the port, or the address is not this machine's;"
            + " stop that program, or choose another with --port (0 takes any free one)",
        cause);
  }
}
