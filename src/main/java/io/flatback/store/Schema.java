package io.flatback.store;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** Brings a database to the schema that this build works with. */
final class Schema {
  private Schema() {}

  static void bringUpToDate(Sqlite sqlite) {
    try {
      Flyway flyway =
          Flyway.configure().dataSource(sqlite.url(), null, null).locations("classpath:db/migration").load();
      for (MigrationInfo migration : flyway.info().applied()) {
        refuseNewer(sqlite, migration);
      }
      flyway.migrate();
    } catch (FlywayException e) {
      throw sqlite.inWords(e);
    }
  }

  private static void refuseNewer(Sqlite sqlite, MigrationInfo migration) {
    if (migration.getState() == MigrationState.FUTURE_SUCCESS) {
      throw new StoreTooNewException(
          sqlite.url() + " has schema version " + migration.getVersion()
              + ", written by a newer flatback than this one: update flatback, or choose another with --data");
    }
  }
}
