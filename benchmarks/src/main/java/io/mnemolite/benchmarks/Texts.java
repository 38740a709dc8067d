package io.mnemolite.benchmarks;

import java.util.Random;

/**
 * Seeded notes of the kind a software team and its agents keep: sentences of 8 to 18 words, whose nouns follow a Zipf
 * distribution with a long tail of identifiers, so that words are as rare and as common as in real text.
 */
final class Texts {

    private static final String[] SUBJECTS = words(
            "the release|our pipeline|Marta|the customer|the on-call engineer|a"
                    + " nightly job|the search index|the billing service|the mobile client|the migration|Jonas|the auditor|the"
                    + " new hire|the load balancer|the data team|the vendor|the scheduler|the support desk|the agent|the proxy");
    private static final String[] VERBS = words("rejected|restored|noticed|postponed|measured|replaced|documented|"
            + "escalated|reviewed|disabled|rotated|explained|compared|merged|reverted|throttled|approved|archived|"
            + "reproduced|forgot|renamed|scheduled|profiled|encrypted|deleted|promised|simplified|cached|split|signed");
    private static final String[] NOUNS = words("invoice|timeout|certificate|backup|dashboard|query plan|retry budget|"
            + "connection pool|password reset|feature flag|memory leak|deployment window|schema change|rate limit|"
            + "access token|error message|latency alert|garbage collector|price list|shipping address|contract renewal|"
            + "holiday calendar|training session|vector index|search result|time zone|unit test|code review|checksum|"
            + "disk quota|network partition|queue|webhook|log line|cookie banner|translation|tax rate|refund|warehouse|"
            + "camera|battery|thermostat|lecture|recipe|garden|train ticket|museum|violin|bicycle|passport");
    private static final String[] PLACES = words("in staging|on Friday|before the demo|after the outage in Oslo|for the"
            + " Lisbon office|during the audit|because of a clock skew|without telling anyone|at 03:14|in the second"
            + " sprint|for the third time|with PostgreSQL 18|behind the firewall|on the old cluster|near the deadline|"
            + "under heavy load|for 2,000 users|in the weekly meeting|from the archive|despite the warning");

    private final Random random;

    Texts(long seed) {
        this.random = new Random(seed);
    }

    String sentence() {
        StringBuilder text = new StringBuilder(120);
        text.append(any(SUBJECTS)).append(' ').append(any(VERBS)).append(" the ");
        text.append(noun()).append(" of ").append(identifier()).append(' ').append(any(PLACES));
        if (random.nextInt(3) > 0) {
            text.append(" and ").append(any(VERBS)).append(" the ").append(noun());
        }
        text.setCharAt(0, Character.toUpperCase(text.charAt(0)));
        return text.append('.').toString();
    }

    /** A question of four to eleven words. */
    String question() {
        return switch (random.nextInt(3)) {
            case 0 -> "who " + any(VERBS) + " the " + noun() + " " + any(PLACES);
            case 1 -> "why was the " + noun() + " of " + identifier() + " " + any(VERBS);
            default -> noun() + " and " + noun() + " " + any(PLACES);
        };
    }

    private String noun() {
        // Zipf with exponent 1, by its continuous inverse.
        return NOUNS[(int) Math.pow(NOUNS.length, random.nextDouble()) % NOUNS.length];
    }

    private String identifier() {
        return noun().replace(' ', '_') + "-" + (int) Math.pow(20_000, random.nextDouble());
    }

    private String any(String[] words) {
        return words[random.nextInt(words.length)];
    }

    private static String[] words(String list) {
        return list.split("\\|");
    }
}
