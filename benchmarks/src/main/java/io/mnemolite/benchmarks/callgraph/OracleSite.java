package io.mnemolite.benchmarks.callgraph;

/**
 * A call as the compiler sees it.
 *
 * @param owner the qualified name of the type that declares the target; of an anonymous one, that of its supertype
 * @param method the target's simple name, {@code <init>} of a constructor
 * @param isInside whether that type is in the corpus
 */
record OracleSite(Place place, String owner, String method, boolean isInside) {

    /** Where the called name stands. */
    record Place(String file, int line, int column) {}
}
