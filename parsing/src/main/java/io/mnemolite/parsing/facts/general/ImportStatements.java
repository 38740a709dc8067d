package io.mnemolite.parsing.facts.general;

/** The imports of a language. */
interface ImportStatements {

    /** Takes the imports that this node is, if it is any. */
    void at(int node);
}
