package io.mnemolite.core.secret;

/** How evenly a text uses its characters. */
final class Entropy {

    private static final double BITS = Math.log(2);

    private Entropy() {}

    /** Shannon's entropy of the characters of a part of the text, in bits per character; those beyond ASCII count as one. */
    static double of(CharSequence text, int start, int end) {
        int[] counts = new int[129];
        for (int i = start; i < end; i++) {
            counts[Math.min(128, text.charAt(i))]++;
        }
        double length = end - start;
        double entropy = 0;
        for (int count : counts) {
            if (count > 0) {
                entropy -= count / length * Math.log(count / length) / BITS;
            }
        }
        return entropy;
    }
}
