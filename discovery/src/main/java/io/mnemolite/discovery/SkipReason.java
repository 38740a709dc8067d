package io.mnemolite.discovery;

/** Why a file that git does not ignore is not indexed all the same. */
public enum SkipReason {
    /** Its name is one that keys and passwords are kept under. */
    SECRET("may hold secrets"),
    /** It is no text. */
    BINARY("is binary"),
    /** It is a list of versions that a tool wrote, such as package-lock.json. */
    LOCK_FILE("is a lock file"),
    /** It is larger than a request may be. */
    TOO_LARGE("is too large"),
    /** A link; what it leads to is indexed where it lies. */
    SYMBOLIC_LINK("is a symbolic link"),
    /** A repository within the repository, or a submodule: index it by itself. */
    NESTED_REPOSITORY("is a repository of its own"),
    /** It cannot be read. */
    UNREADABLE("cannot be read");

    private final String sentence;

    SkipReason(String sentence) {
        this.sentence = sentence;
    }

    /** What follows the path in a sentence, such as {@code is binary}. */
    public String sentence() {
        return sentence;
    }
}
