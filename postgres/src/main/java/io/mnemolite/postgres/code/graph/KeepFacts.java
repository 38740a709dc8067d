package io.mnemolite.postgres.code.graph;

import io.mnemolite.core.code.graph.GraphSnapshot.Version;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Puts facts that were read anew in place of those of a file, unless it has another revision by now; whether it had not. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record KeepFacts(Version version, byte[] facts) implements Query<Boolean> {

    private static final String SQL = """
            update mnemolite.code_file set facts = ? where id = ? and revision = ? returning true
            """;

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) throws SQLException {
        parameters.bytes(facts).uuid(version.id().value()).number(version.revision());
    }

    @Override
    public Boolean read(ResultSet rows) throws SQLException {
        return rows.next();
    }
}
