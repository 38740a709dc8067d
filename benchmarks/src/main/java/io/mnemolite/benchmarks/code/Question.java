package io.mnemolite.benchmarks.code;

import java.util.Set;

/**
 * A query and what it is to find.
 *
 * @param answers a result that covers one of these lines is right
 */
record Question(String repository, String text, Set<Place> answers) {

    Question {
        answers = Set.copyOf(answers);
    }
}
