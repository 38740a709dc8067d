package io.mnemolite.postgres.connection;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * One SQL statement with its values. Each statement returns rows, those that change something too.
 *
 * @param <T> what becomes of the rows
 */
public interface Query<T> {

    /** The text with a question mark per value: one of a small fixed set, since plans and figures are kept by it. */
    String sql();

    /** Whether the best plan depends so much on the values that PostgreSQL should make a new one each time. */
    default boolean isPlannedByValues() {
        return false;
    }

    /** Adds the values in the order of the question marks. */
    void bind(Parameters parameters) throws SQLException;

    T read(ResultSet rows) throws SQLException;
}
