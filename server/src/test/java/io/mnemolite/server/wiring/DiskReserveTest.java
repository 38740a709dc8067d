package io.mnemolite.server.wiring;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskReserveTest {

    @TempDir
    private Path folder;

    @Test
    void require_withMoreThanTheReserve_passes() {
        assertThatCode(() -> new DiskReserve(folder, 0).require()).doesNotThrowAnyException();
    }

    @Test
    void require_withLess_isRefusedWithTheFolder() {
        DiskReserve reserve = new DiskReserve(folder, Long.MAX_VALUE);

        assertThatThrownBy(reserve::require).isInstanceOfSatisfying(MnemoliteException.class, e -> {
            Assertions.assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_FULL);
            Assertions.assertThat(e.sentence()).contains(folder.toString()).contains("reads go on");
        });
    }

    @Test
    void require_folderThatIsGone_passes() {
        assertThatCode(() -> new DiskReserve(folder.resolve("gone"), 1).require())
                .doesNotThrowAnyException();
    }
}
