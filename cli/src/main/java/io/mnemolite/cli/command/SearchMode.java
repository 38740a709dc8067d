package io.mnemolite.cli.command;

/** The channels of a search, named as on the command line and in the API. */
enum SearchMode {
    vector,
    lexical,
    hybrid
}
