package io.flatback.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Numbers that may be missing: null in the database, null or NaN outside. */
final class SqlValues {
  private SqlValues() {}

  static @Nullable Double doubleOrNull(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? null : value;
  }

  static double doubleOrNan(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? Double.NaN : value;
  }

  static @Nullable Double nanAsNull(double value) {
    return Double.isNaN(value) ? null : value;
  }
}
