package io.flatback.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
  @TempDir Path directory;

  @Test
  void makesItsDirectoryAndKeepsWhatWasWrittenWhenOpenedAgain() throws Exception {
    Path fresh = directory.resolve("deep/data");
    try (Gym gym = Gym.in(fresh)) {
      gym.start(gym.lumbar);
    }
    try (Gym gym = Gym.in(fresh)) {
      assertThat(gym.database.athletes().list()).extracting(Athlete::name).containsExactly("Ada");
      assertThat(gym.database.sessions().active()).hasSize(1);
    }
    if (Files.getFileStore(fresh).supportsFileAttributeView("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fresh))).isEqualTo("rwx------");
    }
  }

  @Test
  void refusesWhatANewerFlatbackHasWritten() throws SQLException {
    Database.open(directory).close();
    sql(
        "INSERT INTO flyway_schema_history VALUES (99, '99', 'holds', 'SQL', 'V99__holds.sql', 1, 'x',"
            + " '2031-01-01 00:00:00', 1, 1)");
    assertThatThrownBy(() -> Database.open(directory))
        .isInstanceOf(StoreTooNewException.class)
        .hasMessageContaining("99")
        .hasMessageContaining("newer flatback")
        .hasMessageContaining("update flatback");
    sql("DELETE FROM flyway_schema_history WHERE version = '99'");
    Database.open(directory).close();
  }

  @Test
  void refusesASecondOpeningInTheSameProcess() {
    try (Database first = Database.open(directory)) {
      assertThatThrownBy(() -> Database.open(directory))
          .isInstanceOf(StoreInUseException.class)
          .hasMessageContaining("in use by another flatback")
          .hasMessageContaining(first.directory().toString());
    }
    Database.open(directory).close();
  }

  @Test
  void refusesWhatAnotherProcessHasOpenAndNamesIt() throws Exception {
    Path data = directory.resolve("data");
    try (JournalChild.Running child = JournalChild.start(data, directory.resolve("said"))) {
      child.awaitLine("acked");
      assertThatThrownBy(() -> Database.open(data))
          .isInstanceOf(StoreInUseException.class)
          .hasMessageContaining("process " + child.process().pid());
      child.kill();
      Database.open(data).close();
    }
  }

  @Test
  void saysWhenTheFileIsNoDatabase() throws Exception {
    Files.writeString(directory.resolve(Database.FILE), "this is a shopping list, and a long one at that".repeat(100));
    assertThatThrownBy(() -> Database.open(directory))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("restore a backup");
  }

  @Test
  void worksWithTheSettingsThatKeepDataSafe() {
    Database.open(directory).close();
    try (Sqlite sqlite = Sqlite.writing(directory.resolve(Database.FILE))) {
      assertThat(pragma(sqlite, "journal_mode")).isEqualTo("wal");
      assertThat(pragma(sqlite, "synchronous")).isEqualTo("2");
      assertThat(pragma(sqlite, "foreign_keys")).isEqualTo("1");
      assertThat(pragma(sqlite, "secure_delete")).isEqualTo("1");
      assertThat(Integer.parseInt(pragma(sqlite, "busy_timeout"))).isGreaterThanOrEqualTo(5000);
    }
  }

  private static String pragma(Sqlite sqlite, String name) {
    return sqlite.read(handle -> handle.select("PRAGMA " + name).mapTo(String.class).one());
  }

  private List<String> sql(String statement) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve(Database.FILE));
        Statement s = connection.createStatement()) {
      if (s.execute(statement)) {
        for (ResultSet row = s.getResultSet(); row.next(); ) {
          rows.add(row.getString(1));
        }
      }
    }
    return rows;
  }
}
