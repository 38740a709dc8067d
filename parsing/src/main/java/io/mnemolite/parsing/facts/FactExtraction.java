package io.mnemolite.parsing.facts;

import io.mnemolite.core.code.Language;
import io.mnemolite.core.code.facts.FileFacts;
import io.mnemolite.parsing.facts.general.GeneralFacts;
import io.mnemolite.parsing.facts.java.JavaFacts;
import io.mnemolite.parsing.language.Dialect;
import io.mnemolite.parsing.language.Languages;
import io.mnemolite.parsing.language.TestFiles;
import io.mnemolite.parsing.outline.Outline;
import io.mnemolite.parsing.outline.Outlines;
import io.mnemolite.parsing.tree.SyntaxTree;
import java.util.HashMap;
import java.util.Map;

/** The entry point: the facts of a file from its tree, by the rules of its language. Pure, and never recursive in depth. */
public final class FactExtraction {

    private static final Outlines OUTLINES = new Outlines();
    private static final Map<String, Dialect> BY_GRAMMAR = byGrammar();

    private FactExtraction() {}

    private static Map<String, Dialect> byGrammar() {
        Map<String, Dialect> dialects = new HashMap<>();
        for (Dialect dialect : new Languages().all()) {
            if (dialect.grammar() != null) {
                dialects.putIfAbsent(dialect.grammar(), dialect);
            }
        }
        return dialects;
    }

    /** @param path within the repository, with {@code /} between its parts */
    public static FileFacts facts(Language language, String path, SyntaxTree tree) {
        Dialect dialect = BY_GRAMMAR.get(tree.grammar().name());
        if (dialect == null) {
            throw new IllegalArgumentException("There is no query for the grammar " + tree.grammar());
        }
        return facts(language, path, OUTLINES.of(tree, dialect));
    }

    /** The same of a tree whose outline is known already. */
    public static FileFacts facts(Language language, String path, Outline outline) {
        boolean isTest = TestFiles.isTest(path, outline.isTest());
        return language.name().equals("java")
                ? JavaFacts.of(language, path, isTest, outline.tree())
                : GeneralFacts.of(language, path, isTest, outline);
    }
}
