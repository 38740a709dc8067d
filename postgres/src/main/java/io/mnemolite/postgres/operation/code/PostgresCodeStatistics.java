package io.mnemolite.postgres.operation.code;

import io.mnemolite.core.operation.CodeStatistics;
import io.mnemolite.core.operation.EventStatistics.Count;
import io.mnemolite.postgres.connection.Database;
import java.time.Instant;
import java.util.List;

/** Counts over the stored code, made by PostgreSQL. */
public final class PostgresCodeStatistics implements CodeStatistics {

    private final Database database;

    public PostgresCodeStatistics(Database database) {
        this.database = database;
    }

    @Override
    public List<LanguageCount> languages() {
        return database.read(new CountLanguages());
    }

    @Override
    public List<ComplexityCount> complexities() {
        return database.read(new CountComplexities());
    }

    @Override
    public List<ComplexChunk> mostComplex(int limit) {
        return database.read(new FindMostComplex(limit));
    }

    @Override
    public List<Count> indexedByDay(Instant since) {
        return database.read(new CountIndexedByDay(since));
    }
}
