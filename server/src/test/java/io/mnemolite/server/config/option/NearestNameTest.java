package io.mnemolite.server.config.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

    private static final List<String> NAMES = List.of(
            "home", "host", "port", "http.port", "pool.size", "http.api-key", "embedding.http.api-key", "database.url");

    @ParameterizedTest
    @CsvSource({
        "prot, port",
        "pol.size, pool.size",
        "pool.sizes, pool.size",
        "pool_size, pool.size",
        "size, pool.size",
        "api-key, http.api-key",
        "DATABASE_URL, database.url",
        "MNEMOLITE_HOEM, home",
        "data, database.url"
    })
    void among_slip_givesTheNameMeant(String written, String meant) {
        assertThat(NearestName.among(NAMES, written)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"telemetry", "MNEMOLITE_TELEMETRY", "...", "x", "''"})
    void among_nothingLikeIt_isEmpty(String written) {
        assertThat(NearestName.among(NAMES, written)).isEmpty();
    }

    @Test
    void distance_countsSwapsAsOne() {
        assertThat(NearestName.distance("port", "prot")).isEqualTo(1);
        assertThat(NearestName.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(NearestName.distance("", "abc")).isEqualTo(3);
        assertThat(NearestName.distance("abc", "abc")).isZero();
    }
}
