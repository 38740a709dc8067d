package io.mnemolite.deployment.trial;

import java.util.Locale;

/**
 * How a figure of one server relates to that of another, measured in pairs: the geometric mean of the ratios, and the
 * interval that holds the true one in 95 of 100 such benchmarks (Student's t of the logarithms).
 *
 * @param low end of the interval; equal to the mean for a single pair, which has none
 */
record Ratio(double mean, double low, double high) {

    /** The 97.5 % quantiles of Student's t for 1 to 30 degrees of freedom. */
    private static final double[] T = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120,
        2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042
    };

    /** @param numerators and denominators, pair by pair; all above zero, at least one */
    static Ratio of(double[] numerators, double[] denominators) {
        int n = numerators.length;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += Math.log(numerators[i] / denominators[i]);
        }
        double mean = sum / n;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double difference = Math.log(numerators[i] / denominators[i]) - mean;
            squares += difference * difference;
        }
        double half = n == 1 ? 0 : T[Math.min(n - 1, T.length) - 1] * Math.sqrt(squares / (n - 1) / n);
        return new Ratio(Math.exp(mean), Math.exp(mean - half), Math.exp(mean + half));
    }

    /** Whether chance alone does not explain the difference. */
    boolean isCertain() {
        return low > 1 || high < 1;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%.3f [%.3f, %.3f]%s", mean, low, high, isCertain() ? "" : ", no certain difference");
    }
}
