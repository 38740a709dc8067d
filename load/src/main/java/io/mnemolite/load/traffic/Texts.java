package io.mnemolite.load.traffic;

import java.util.random.RandomGenerator;

/** Notes of the kind a team and its agents keep, and questions about them; nouns follow a Zipf distribution. */
final class Texts {

    private static final String[] SUBJECTS = words("the release|our pipeline|Marta|the customer|the on-call engineer|"
            + "a nightly job|the search index|the billing service|the mobile client|Jonas|the auditor|the vendor");
    private static final String[] VERBS = words("rejected|restored|noticed|postponed|measured|replaced|documented|"
            + "escalated|reviewed|disabled|rotated|compared|merged|reverted|approved|archived|renamed|cached");
    private static final String[] NOUNS = words("invoice|timeout|certificate|backup|dashboard|query plan|retry budget|"
            + "connection pool|password reset|feature flag|memory leak|schema change|rate limit|access token|"
            + "error message|price list|contract renewal|vector index|unit test|checksum|disk quota|webhook|refund|"
            + "warehouse|translation|tax rate|log line|battery|recipe|museum|bicycle|passport");
    private static final String[] PLACES = words("in staging|on Friday|before the demo|after the outage|during the"
            + " audit|without telling anyone|at 03:14|for the third time|behind the firewall|near the deadline|"
            + "under heavy load|in the weekly meeting|from the archive|despite the warning");

    private static final Zipf NOUN = new Zipf(NOUNS.length, 1);

    /** Numbers in identifiers: common ones and a long tail. */
    private static final Zipf NUMBER = new Zipf(5_000, 1);

    private Texts() {}

    static String sentence(RandomGenerator random) {
        return any(SUBJECTS, random) + " " + any(VERBS, random) + " the " + topic(random) + " of "
                + identifier(random) + " " + any(PLACES, random) + " and " + any(VERBS, random) + " the "
                + topic(random) + ".";
    }

    static String question(RandomGenerator random) {
        return random.nextBoolean()
                ? "who " + any(VERBS, random) + " the " + topic(random) + " " + any(PLACES, random)
                : "why was the " + topic(random) + " of " + identifier(random) + " " + any(VERBS, random);
    }

    static String topic(RandomGenerator random) {
        return NOUNS[NOUN.next(random)];
    }

    private static String identifier(RandomGenerator random) {
        return topic(random).replace(' ', '_') + "-" + NUMBER.next(random);
    }

    private static String any(String[] words, RandomGenerator random) {
        return words[random.nextInt(words.length)];
    }

    private static String[] words(String list) {
        return list.split("\\|", -1);
    }
}
