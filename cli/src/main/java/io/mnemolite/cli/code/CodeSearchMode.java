package io.mnemolite.cli.code;

/** Ways to search code, named as on the command line. */
enum CodeSearchMode {
    hybrid,
    lexical,
    vector,
    literal,
    regex;

    /** Whether lines of text are looked for, instead of ranked chunks. */
    boolean isText() {
        return this == literal || this == regex;
    }
}
