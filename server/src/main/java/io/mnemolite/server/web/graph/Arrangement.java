package io.mnemolite.server.web.graph;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the nodes of the picture are laid out. */
public enum Arrangement {
    FORCE("By force"),
    RADIAL("Rings"),
    HIERARCHY("Hierarchy"),
    GRID("Grid"),
    CIRCLE("Circle");

    private final String words;

    Arrangement(String words) {
        this.words = words;
    }

    /** The arrangement of a name; by force without one. */
    static Optional<Arrangement> of(@Nullable String name) {
        return name == null
                ? Optional.of(FORCE)
                : Arrays.stream(values())
                        .filter(one -> one.parameter().equals(name))
                        .findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(one -> "'" + one.parameter() + "'").collect(Collectors.joining(", "));
    }

    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String words() {
        return words;
    }
}
