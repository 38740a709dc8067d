package io.mnemolite.server.web.monitoring.section;

import io.mnemolite.core.operation.StoreMonitor.DatabaseFigures;
import io.mnemolite.server.web.text.Amounts;

/** PostgreSQL. */
public record Database(String version, String size, String bufferHits, int activeConnections) {

    public static Database of(String version, DatabaseFigures figures) {
        return new Database(
                version,
                Amounts.bytes(figures.sizeInBytes()),
                Amounts.percent(figures.cacheHitRatio()),
                figures.activeConnections());
    }
}
