package io.mnemolite.postgres.operation.code;

import io.mnemolite.core.operation.CodeStatistics.LanguageCount;
import io.mnemolite.postgres.connection.Parameters;
import io.mnemolite.postgres.connection.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Counts files and lines by language, most lines first. */
record CountLanguages() implements Query<List<LanguageCount>> {

    private static final String SQL = """
            select language collate "C" as name, count(*), sum(line_count) as lines from mnemolite.code_file
            group by name order by lines desc, name
            """;

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(Parameters parameters) {}

    @Override
    public List<LanguageCount> read(ResultSet rows) throws SQLException {
        List<LanguageCount> counts = new ArrayList<>();
        while (rows.next()) {
            counts.add(new LanguageCount(rows.getString(1), rows.getLong(2), rows.getLong(3)));
        }
        return counts;
    }
}
