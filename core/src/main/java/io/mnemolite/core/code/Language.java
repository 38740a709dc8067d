package io.mnemolite.core.code;

/**
 * A programming or markup language, by the name that is used on the wire, such as {@code java} or {@code typescript}.
 *
 * @param name lower case, never blank
 */
public record Language(String name) {

    public Language {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A language has a name.");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
