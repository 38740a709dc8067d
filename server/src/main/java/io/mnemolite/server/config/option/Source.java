package io.mnemolite.server.config.option;

import java.util.Optional;

/** A place where values come from. */
@FunctionalInterface
public interface Source {

    /** What this source says about {@code option}; empty when it says nothing, or an empty text. */
    Optional<Setting> find(Option<?> option);

    /**
     * A value as it was written, and where.
     *
     * @param text as written, stripped
     * @param origin where, for example {@code environment API_PORT}
     */
    record Setting(String text, String origin) {}
}
