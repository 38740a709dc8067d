package io.mnemolite.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheConfigurationTest {

    @TempDir
    private Path userHome;

    @Test
    void load_noItems_switchesThatCacheOff() {
        CacheConfiguration cache = Load.in(userHome)
                .arguments("--cache.event.max-items", "0", "--cache.graph.max-items=0")
                .configuration()
                .cache();
        assertThat(cache.event().maxItems()).isZero();
        assertThat(cache.graph().maxItems()).isZero();
        assertThat(cache.search().maxItems()).isPositive();
    }

    @Test
    void load_fewerThanNoItems_isRefused() {
        assertThat(Load.in(userHome).arguments("--cache.search.max-items", "-1").problems())
                .singleElement()
                .asString()
                .contains("cache.search.max-items", "-1", "from 0 to 10000000");
    }
}
