package io.mnemolite.postgres.connection;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The values of one statement, added in the order of its question marks. */
public final class Parameters {

    /**
     * What a column is compared with to be one of the ids of {@link #uuids}. An array that the planner sees is planned anew in
     * each execution, which takes longer than finding some rows by id: a plan for one id is cheaper than the plan for any
     * number, so it would never settle on the latter. The subquery hides the array.
     */
    public static final String ANY_UUID = "any (array (select unnest(?::uuid[])))";

    /** As {@link #ANY_UUID}, of an array of texts. */
    public static final String ANY_TEXT = "any (array (select unnest(?::text[])))";

    private final PreparedStatement statement;
    private int index;

    Parameters(PreparedStatement statement) {
        this.statement = statement;
    }

    public Parameters uuid(@Nullable UUID value) throws SQLException {
        statement.setObject(++index, value, Types.OTHER);
        return this;
    }

    public Parameters text(@Nullable String value) throws SQLException {
        statement.setString(++index, value);
        return this;
    }

    /** To be cast to jsonb by the statement. */
    public Parameters json(JsonNode value) throws SQLException {
        return text(Json.write(value));
    }

    /** To be cast to timestamptz by the statement. */
    public Parameters instant(Instant value) throws SQLException {
        return text(Timestamps.write(value));
    }

    public Parameters number(long value) throws SQLException {
        statement.setLong(++index, value);
        return this;
    }

    public Parameters numberOrNull(@Nullable Long value) throws SQLException {
        if (value == null) {
            statement.setNull(++index, Types.BIGINT);
            return this;
        }
        return number(value);
    }

    public Parameters flag(boolean value) throws SQLException {
        statement.setBoolean(++index, value);
        return this;
    }

    public Parameters bytes(byte @Nullable [] value) throws SQLException {
        statement.setBytes(++index, value);
        return this;
    }

    public Parameters uuids(Collection<UUID> values) throws SQLException {
        return array("uuid", values.toArray());
    }

    /** @param type PostgreSQL's name of the element type */
    public Parameters array(String type, @Nullable Object[] values) throws SQLException {
        statement.setArray(++index, statement.getConnection().createArrayOf(type, values));
        return this;
    }
}
