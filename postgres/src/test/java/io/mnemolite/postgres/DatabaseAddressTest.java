package io.mnemolite.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            postgresql://ann:pw@host:5433/db                        | jdbc:postgresql://host:5433/db         | ann | pw
            postgres://ann:pw@host/db                               | jdbc:postgresql://host/db              | ann | pw
            postgresql+asyncpg://ann:p%40s%2Fs@host:5432/db         | jdbc:postgresql://host:5432/db         | ann | p@s/s
            postgresql+psycopg2://ann:a+b@host/db                   | jdbc:postgresql://host/db              | ann | a+b
            postgresql://ann:p@ss@host/db                           | jdbc:postgresql://host/db              | ann | p@ss
            postgresql://ann:a:b@host/db                            | jdbc:postgresql://host/db              | ann | a:b
            POSTGRESQL://ann:pw@[::1]:5432/my%20db                  | jdbc:postgresql://[::1]:5432/my%20db   | ann | pw
            postgresql://ann@host                                   | jdbc:postgresql://host/ann             | ann | ''
            postgresql://ann:pw@/db                                 | jdbc:postgresql://localhost/db         | ann | pw
            jdbc:postgresql://host:1/db?user=ann&password=p%26w     | jdbc:postgresql://host:1/db            | ann | p&w
            postgresql+asyncpg://ann:pw@host/db?ssl=require         | jdbc:postgresql://host/db?sslmode=require | ann | pw
            postgresql://ann:pw@host/db?sslmode=disable&connect_timeout=5 | jdbc:postgresql://host/db?sslmode=disable&connectTimeout=5 | ann | pw
            postgresql+asyncpg://ann:pw@host/db?prepared_statement_cache_size=0 | jdbc:postgresql://host/db  | ann | pw
            """)
    void parse_eachForm_givesUrlUserAndPassword(String text, String jdbcUrl, String user, String password) {
        assertThat(DatabaseAddress.parse(text)).isEqualTo(new DatabaseAddress(jdbcUrl, user, password));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "mysql://ann:secret@host/db",
                "ann:secret@host/db",
                "postgresql://:secret@host/db",
                "postgresql://ann:secret%zz@host/db",
                "jdbc:postgresql://host/db?password=secret"
            })
    void parse_anythingElse_isRefusedWithoutThePassword(String text) {
        assertThatThrownBy(() -> DatabaseAddress.parse(text)).isInstanceOfSatisfying(MnemoliteException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION);
            assertThat(e.sentence())
                    .startsWith("DATABASE_URL is not the address of a PostgreSQL: ")
                    .doesNotContain("secret");
            assertThat(e.getCause()).isNull();
        });
    }

    @Test
    void toString_hidesThePassword() {
        DatabaseAddress address = DatabaseAddress.parse("postgresql://ann:secret@host/db");

        assertThat(address.toString()).doesNotContain("secret");
        assertThat(PostgresSettings.development(address).toString()).doesNotContain("secret");
    }
}
