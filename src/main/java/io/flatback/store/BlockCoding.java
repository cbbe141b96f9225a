package io.flatback.store;

import java.sql.ResultSet;
import java.sql.SQLException;

/** How the body of a raw block is written. The numbers stand in the database and never change. */
enum BlockCoding {
  /** A row of the journal, see {@link Chunks#toRow}. */
  PLAIN(0),
  /** The same, deflated. */
  DEFLATED(1),
  /** Frames of the reference sensor as columns of numbers, the rest verbatim; see {@link WireColumns}. */
  COLUMNS(2);

  private final int number;

  BlockCoding(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  private static BlockCoding of(int number) {
    for (BlockCoding coding : values()) {
      if (coding.number == number) {
        return coding;
      }
    }
    throw new StoreException(
        "raw block of coding " + number + ", this build reads 0 to " + (values().length - 1) + ": update flatback");
  }

  /** @param row of {@code raw_block} */
  static Chunks decode(ResultSet row) throws SQLException {
    byte[] body = row.getBytes("body");
    int count = row.getInt("chunks");
    long firstNanos = row.getLong("first_ns");
    return switch (of(row.getInt("coding"))) {
      case PLAIN -> Chunks.ofRow(body, count, firstNanos);
      case DEFLATED -> Chunks.ofRow(Deflation.inflate(body), count, firstNanos);
      case COLUMNS -> WireColumns.decode(Deflation.inflate(body), count, firstNanos);
    };
  }
}
