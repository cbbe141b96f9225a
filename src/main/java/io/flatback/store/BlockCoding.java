package io.flatback.store;

/** How the body of a raw block is written. The numbers stand in the database and never change. */
enum BlockCoding {
  /** A row of the journal, see {@link Chunks#toRow}. */
  PLAIN(0),
  /** The same, deflated. */
  DEFLATED(1);

  private final int number;

  BlockCoding(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  static BlockCoding of(int number) {
    for (BlockCoding coding : values()) {
      if (coding.number == number) {
        return coding;
      }
    }
    throw new StoreException("raw block of coding " + number + ", this build reads 0 to 1: update flatback");
  }
}
