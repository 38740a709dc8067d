package io.mnemolite.core.code.search;

/**
 * How much each channel counts in the fusion.
 *
 * @param lexical 0..1
 * @param vector 0..1
 */
public record ChannelWeights(double lexical, double vector) {

    /** What v1 clients know. */
    public static final ChannelWeights DEFAULT = new ChannelWeights(0.4, 0.6);

    private static final ChannelWeights OF_CODE = new ChannelWeights(0.3, 0.7);
    private static final ChannelWeights OF_PROSE = new ChannelWeights(0.5, 0.5);

    private static final String SIGNS = "(){}.";

    /** The signs of code in a query that make it one of code. */
    private static final int MANY_SIGNS = 5;

    /** Queries with more words than this, and no sign of code, are prose. */
    private static final int FEW_WORDS = 3;

    /** The weights that fit a query: by how much it looks like code, or like a sentence. */
    public static ChannelWeights of(String query) {
        int signs = signs(query);
        if (signs >= MANY_SIGNS) {
            return OF_CODE;
        }
        long words = query.strip().split("\\s+").length;
        return signs == 0 && words > FEW_WORDS ? OF_PROSE : DEFAULT;
    }

    private static int signs(String query) {
        int signs = 0;
        for (int i = 0; i < query.length(); i++) {
            if (SIGNS.indexOf(query.charAt(i)) >= 0 || query.startsWith("->", i)) {
                signs++;
            } else if (query.startsWith("::", i)) {
                signs++;
                i++;
            }
        }
        return signs;
    }
}
