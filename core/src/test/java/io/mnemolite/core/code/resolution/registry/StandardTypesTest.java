package io.mnemolite.core.code.resolution.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** With {@code -Dmnemolite.update-types=true} the table is written anew from the JDK that runs. */
class StandardTypesTest {

    @Test
    void table_isWhatTheJdkSays() throws IOException {
        String generated = StandardTypesWriter.table();
        if (Boolean.getBoolean("mnemolite.update-types")) {
            Path folder = Path.of("src/main/resources/io/mnemolite/core/code/resolution/registry");
            Files.writeString(folder.resolve(StandardTypes.TABLE), generated);
        }
        Set<String> lines = new HashSet<>(List.of(generated.split("\n", -1)));
        List<String> stored;
        try (InputStream in = requireNonNull(StandardTypes.class.getResourceAsStream(StandardTypes.TABLE))) {
            stored = List.of(new String(in.readAllBytes(), UTF_8).split("\n", -1));
        }

        // A newer JDK has more, and may have dropped a little.
        long missing = stored.stream().filter(line -> !lines.contains(line)).count();
        assertThat(missing).isLessThan(stored.size() / 50);
    }

    @Test
    void everyType_canBeRead() {
        for (String name : StandardTypes.instance().names()) {
            Container container = StandardTypes.instance().find(name);

            assertThat(container).as(name).isNotNull();
            assertThat(requireNonNull(container).isStandard()).isTrue();
        }
    }

    @Test
    void members_haveTheirGenericTypes() {
        Container map = requireNonNull(StandardTypes.instance().find("java.util.Map"));
        Container entry = requireNonNull(StandardTypes.instance().find("java.util.Map.Entry"));

        assertThat(map.members("entrySet"))
                .singleElement()
                .satisfies(
                        member -> assertThat(requireNonNull(member.definition()).returns())
                                .hasToString("java.util.Set<java.util.Map.Entry<K,V>>"));
        assertThat(entry.outer()).isSameAs(map);
        assertThat(requireNonNull(StandardTypes.instance().find("java.util.function.Function"))
                        .abstractMethods())
                .singleElement()
                .satisfies(method -> assertThat(method.name()).isEqualTo("apply"));
        assertThat(StandardTypes.instance().find("java.util.NoSuchType")).isNull();
    }
}
