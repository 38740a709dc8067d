package io.mnemolite.server.wiring;

import io.mnemolite.postgres.DatabaseAddress;
import io.mnemolite.postgres.PostgresSettings;
import io.mnemolite.postgres.embedded.EmbeddedPostgres;
import io.mnemolite.postgres.embedded.EmbeddedPostgresSettings;
import io.mnemolite.server.config.Configuration;
import io.mnemolite.server.config.DatabaseUrl;
import io.mnemolite.server.config.PoolConfiguration;
import io.mnemolite.server.config.StorageConfiguration;
import org.jspecify.annotations.Nullable;

/** Which PostgreSQL, and how it is reached. */
final class Databases {

    private Databases() {}

    /** The embedded PostgreSQL, started; null when the configuration names an external one. */
    static @Nullable EmbeddedPostgres embedded(Configuration configuration) {
        StorageConfiguration storage = configuration.storage();
        return storage.isEmbedded()
                ? EmbeddedPostgres.start(EmbeddedPostgresSettings.of(
                        storage.postgres(), storage.runtime(), storage.logs().resolve("postgres")))
                : null;
    }

    static PostgresSettings settings(Configuration configuration, @Nullable EmbeddedPostgres embedded) {
        DatabaseAddress address = address(configuration.storage().databaseUrl(), embedded);
        PoolConfiguration pool = configuration.pool();
        return new PostgresSettings(
                address.jdbcUrl(),
                address.user(),
                address.password(),
                pool.size(),
                pool.overflow(),
                pool.waitTimeout(),
                pool.statementTimeout(),
                pool.idleInTransactionTimeout(),
                pool.tcpKeepAlive(),
                pool.connectionCheck(),
                pool.applicationName(),
                configuration.observability().slowStatementThreshold(),
                embedded != null);
    }

    private static DatabaseAddress address(@Nullable DatabaseUrl url, @Nullable EmbeddedPostgres embedded) {
        if (embedded != null) {
            return new DatabaseAddress(embedded.jdbcUrl(), embedded.user(), embedded.password());
        }
        if (url == null) {
            throw new IllegalStateException("Neither an embedded nor an external database");
        }
        return DatabaseAddress.parse(url.reveal());
    }
}
