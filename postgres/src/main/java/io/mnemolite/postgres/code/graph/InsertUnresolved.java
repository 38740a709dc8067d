package io.mnemolite.postgres.code.graph;

import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Inserts names that were called in vain; how many. */
record InsertUnresolved(List<Name> names) implements Query<Long> {

    /** A name, and at how many places of the file. */
    record Name(CodeFileId file, String name, int sites) {}

    private static final String SQL = """
            with inserted as (
                insert into mnemolite.code_unresolved (file_id, name, sites)
                select * from unnest(?::uuid[], ?::text[], ?::integer[])
                returning 1
            )
            select count(*) from inserted
            """;

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters
                .uuids(names.stream().map(name -> name.file().value()).toList())
                .array("text", names.stream().map(Name::name).toArray())
                .array("integer", names.stream().map(Name::sites).toArray());
    }

    @Override
    public Long read(ResultSet rows) throws SQLException {
        rows.next();
        return rows.getLong(1);
    }
}
