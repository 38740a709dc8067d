package io.mnemolite.e2e;

import java.util.StringJoiner;

/** Vectors as JSON. */
final class Vectors {

    private Vectors() {}

    /** {@code first}, then zeros, of the shared server's dimension. */
    static String startingWith(double... first) {
        return of(SharedServer.DIMENSION, first);
    }

    static String of(int dimension, double... first) {
        StringJoiner numbers = new StringJoiner(",", "[", "]");
        for (int i = 0; i < dimension; i++) {
            numbers.add(Double.toString(i < first.length ? first[i] : 0));
        }
        return numbers.toString();
    }
}
