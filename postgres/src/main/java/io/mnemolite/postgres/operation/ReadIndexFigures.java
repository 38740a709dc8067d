package io.mnemolite.postgres.operation;

import io.mnemolite.core.operation.StoreMonitor.IndexFigures;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads how much each index of our schema is used. */
record ReadIndexFigures() implements Query<List<IndexFigures>> {

    private static final String SQL = """
            select relname, indexrelname, idx_scan, pg_relation_size(indexrelid)
            from pg_stat_user_indexes where schemaname = 'mnemolite'
            order by relname, indexrelname
            """;

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) {
        // No values.
    }

    @Override
    public List<IndexFigures> read(ResultSet rows) throws SQLException {
        List<IndexFigures> figures = new ArrayList<>();
        while (rows.next()) {
            figures.add(new IndexFigures(rows.getString(1), rows.getString(2), rows.getLong(3), rows.getLong(4)));
        }
        return figures;
    }
}
