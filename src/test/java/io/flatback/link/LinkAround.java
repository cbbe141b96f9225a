package io.flatback.link;

import java.io.IOException;

/** A link that passes everything on to another; what a test wants to be otherwise it overrides. */
public abstract class LinkAround implements ByteLink {
  private final ByteLink inner;

  protected LinkAround(ByteLink inner) {
    this.inner = inner;
  }

  @Override
  public int read(byte[] buffer) throws IOException {
    return inner.read(buffer);
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    inner.write(bytes);
  }

  @Override
  public String address() {
    return inner.address();
  }

  @Override
  public void close() {
    inner.close();
  }
}
