package io.flatback.link;

import java.io.IOException;

/** Opens a link to one device, as often as it is needed anew. */
public interface LinkOpener {
  /** @throws LinkLostException when the device is not there, or may not be opened; the message says what to do */
  ByteLink open() throws IOException;
}
