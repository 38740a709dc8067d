package io.mnemolite.server.web.code.graph;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the picture shows. */
enum GraphView {
    /** Callers and callees. */
    AROUND,
    /** Everything that depends on the symbol. */
    IMPACT,
    /** How the symbol reaches another. */
    PATH;

    static GraphView of(@Nullable String name) {
        return Arrays.stream(values())
                .filter(view -> view.wireName().equals(name))
                .findFirst()
                .orElse(AROUND);
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
