package io.mnemolite.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CacheSettingsTest {

    @Test
    void isOff_zeroTimeOrZeroItems() {
        assertThat(new CacheSettings(Duration.ZERO, 10, 1_000).isOff()).isTrue();
        assertThat(new CacheSettings(Duration.ofSeconds(1), 0, 1_000).isOff()).isTrue();
        assertThat(new CacheSettings(Duration.ofMillis(1), 1, 1_000).isOff()).isFalse();
    }

    @Test
    void weights_boundItemsExactlyAndBytesSafely() {
        CacheSettings settings = new CacheSettings(Duration.ofSeconds(1), 1_000, CacheSettings.DEFAULT_MAX_BYTES);
        assertThat(settings.maxWeight() / settings.leastWeight()).isEqualTo(1_000);
        assertThat(settings.maxWeight()).isBetween(CacheSettings.DEFAULT_MAX_BYTES - 1_000, settings.maxBytes());
    }

    @Test
    void constructor_impossibleValues_saysWhich() {
        assertThatThrownBy(() -> new CacheSettings(Duration.ofSeconds(-1), 10, 1_000))
                .hasMessageContaining("PT-1S");
        assertThatThrownBy(() -> new CacheSettings(Duration.ofSeconds(1), 10, 9))
                .hasMessageContaining("not 9");
        assertThatThrownBy(() -> new CacheSettings(Duration.ofSeconds(1), 10, 1_000, Duration.ZERO))
                .hasMessageContaining("PT0S");
    }
}
