package io.mnemolite.parsing.facts;

import io.mnemolite.core.code.Language;
import io.mnemolite.core.code.facts.FileFacts;
import io.mnemolite.parsing.facts.java.JavaFacts;
import io.mnemolite.parsing.tree.SyntaxTree;

/** The entry point: the facts of a file from its tree, by the rules of its language. Pure, and never recursive in depth. */
public final class FactExtraction {

    private FactExtraction() {}

    /** Whether facts of this language can be extracted. */
    public static boolean covers(Language language) {
        return language.name().equals("java");
    }

    /** @param path within the repository, with {@code /} between its parts */
    public static FileFacts facts(Language language, String path, SyntaxTree tree) {
        boolean isTest = TestPaths.isTest(path);
        return switch (language.name()) {
            case "java" -> JavaFacts.of(language, path, isTest, tree);
            default -> throw new IllegalArgumentException("There are no facts of " + language + " yet");
        };
    }
}
