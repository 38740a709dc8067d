package io.mnemolite.postgres.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailuresTest {

    @ParameterizedTest
    @CsvSource({
        "08001,UNAVAILABLE",
        "08006,UNAVAILABLE",
        "57P01,UNAVAILABLE",
        "57P03,UNAVAILABLE",
        "53300,UNAVAILABLE",
        "28P01,UNAVAILABLE",
        "3D000,UNAVAILABLE",
        "25006,UNAVAILABLE",
        "40001,UNAVAILABLE",
        "40P01,UNAVAILABLE",
        "42P01,UNAVAILABLE",
        "53100,STORAGE_FULL",
        "57014,DEADLINE_EXCEEDED",
        "22P05,INVALID_VALUE",
        "22003,INVALID_VALUE",
        "54000,INVALID_VALUE",
        "23505,CONFLICT"
    })
    void of_aKnownState_isOurFailureInOurWords(String state, ErrorCode code) {
        SQLException cause = new SQLException("select secret from driver", state);

        assertThat(Failures.of(cause)).hasCause(cause).isInstanceOfSatisfying(MnemoliteException.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            assertThat(e.sentence()).doesNotContain("select", "secret").endsWith(".");
        });
    }

    @Test
    void of_fullDisk_saysSo() {
        assertThat(Failures.of(new SQLException("", "53100")))
                .hasMessageStartingWith("The disk of the database is full: ");
    }

    @Test
    void of_anUnknownState_isUnexpected() {
        assertThat(Failures.of(new SQLException("", "42601")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The database refused a statement (SQLSTATE 42601)");
        assertThat(Failures.of(new SQLException("nothing known"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void of_aTimeOutOfThePool_looksAtItsCause() {
        SQLException refused = new SQLException("Connection refused", "08001");

        assertThat(Failures.of(new SQLTransientConnectionException("time-out", refused)))
                .isInstanceOfSatisfying(
                        MnemoliteException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));
    }
}
