package io.mnemolite.cache;

/** The epochs of some tags at one moment, in the form of {@link Epochs}. */
final class EpochNote {

    private final int[] places;
    private final long sum;

    EpochNote(int[] places, long sum) {
        this.places = places;
        this.sum = sum;
    }

    /** Where the tags' counters are; shared, never changed. */
    int[] places() {
        return places;
    }

    /** The counters at that moment, added up. */
    long sum() {
        return sum;
    }
}
