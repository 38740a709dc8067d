package io.mnemolite.load.traffic;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Ranks as unequal as those of words and of what people look up: rank r (from 0) comes with probability ~ 1 / (r + 1)^s. */
public final class Zipf {

    private final double[] cumulative;

    /**
     * @param ranks how many there are, at least 1
     * @param exponent s; 0 makes all ranks equal
     */
    public Zipf(int ranks, double exponent) {
        if (ranks < 1) {
            throw new IllegalArgumentException("A Zipf distribution needs at least 1 rank, not " + ranks + ".");
        }
        cumulative = new double[ranks];
        double sum = 0;
        for (int rank = 0; rank < ranks; rank++) {
            sum += Math.pow(rank + 1.0, -exponent);
            cumulative[rank] = sum;
        }
    }

    /** A rank from 0. */
    public int next(RandomGenerator random) {
        double point = random.nextDouble() * cumulative[cumulative.length - 1];
        int found = Arrays.binarySearch(cumulative, point);
        return Math.min(found < 0 ? -found - 1 : found + 1, cumulative.length - 1);
    }
}
