package io.mnemolite.parsing.outline;

import io.mnemolite.parsing.language.Dialect;
import io.mnemolite.parsing.language.Languages;
import io.mnemolite.parsing.query.Query;
import io.mnemolite.parsing.tree.Grammar;
import io.mnemolite.parsing.tree.SyntaxTree;
import java.util.concurrent.ConcurrentHashMap;

/** Outlines of trees of any language; each language's query is compiled once. */
public final class Outlines {

    private final ConcurrentHashMap<Grammar, Query> queries = new ConcurrentHashMap<>();

    /** @param dialect the one that {@code tree} was parsed as */
    public Outline of(SyntaxTree tree, Dialect dialect) {
        Query query = queries.computeIfAbsent(
                tree.grammar(),
                grammar -> Query.compile(Languages.query(dialect), grammar, "the query of " + dialect.folder()));
        return Outline.of(tree, query);
    }
}
