package io.mnemolite.cache;

/**
 * The decisions that keep a cache coherent, free of state, so that a model can enumerate the very code that runs. Each
 * compares the epochs noted before a load read anything with the epochs at the moment of the decision.
 */
interface CoherenceProtocol {

    CoherenceProtocol COHERENT = new CoherenceProtocol() {};

    /** Whether a read may answer with an entry. */
    default boolean mayAccept(long noted, long current) {
        return noted == current;
    }

    /** Whether a read may wait for a load that somebody else started. */
    default boolean mayJoin(long noted, long current) {
        return noted == current;
    }

    /** Whether a finished load may leave its value as an entry. */
    default boolean mayStore(long noted, long current) {
        return noted == current;
    }

    /** The epochs an entry is good for: those noted before its load, whatever they have become since. */
    default long stamp(long noted, long current) {
        return noted;
    }
}
