package io.mnemolite.server.rest.code;

import io.mnemolite.core.deadline.Deadline;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.operation.StoreMonitor;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether the database holds what the routes of code need. */
@Singleton
public class CodeHealth {

    private static final List<String> TABLES = List.of(
            "code_repository",
            "code_file",
            "code_problem",
            "code_chunk",
            "code_vector",
            "code_symbol",
            "code_edge",
            "code_unresolved");

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final StoreMonitor store;

    @Inject
    public CodeHealth(StoreMonitor store) {
        this.store = store;
    }

    /** What was found; healthy when {@code status} is. */
    record Found(boolean isHealthy, Map<String, Object> body) {}

    /** The members {@code status}, {@code database} and {@code required_tables}. */
    Found find() throws Exception {
        Map<String, Object> body = new LinkedHashMap<>();
        try {
            int tables = Deadline.after(PATIENCE).call(() -> store.countTables(TABLES));
            boolean isHealthy = tables == TABLES.size();
            body.put("status", isHealthy ? "healthy" : "unhealthy");
            body.put("database", "connected");
            body.put("required_tables", tables + "/" + TABLES.size());
            return new Found(isHealthy, body);
        } catch (MnemoliteException e) {
            body.put("status", "unhealthy");
            body.put("database", "disconnected");
            body.put("required_tables", "0/" + TABLES.size());
            body.put("detail", e.sentence());
            return new Found(false, body);
        }
    }
}
