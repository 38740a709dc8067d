package io.mnemolite.core.code.graph;

import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.resolution.edge.Edge.Kind;
import io.mnemolite.core.code.resolution.edge.UnresolvedSite;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked about the graph of code. Every answer says whether it can miss something. Blocking; failures as in
 * {@link CodeGraphStore}.
 */
public interface CodeGraph {

    /** The symbol, if it exists. */
    Optional<PlacedSymbol> symbol(SymbolId id);

    /** Whether answers about a repository, or about all of them without one, can miss something. */
    Completeness completeness(@Nullable String repository);

    /** See {@link CodeGraphStore#find}. */
    FoundSymbols find(SymbolQuery query);

    /** See {@link CodeGraphStore#outline}. */
    List<PlacedSymbol> outline(String repository, String path);

    /** See {@link CodeGraphStore#figures}. */
    GraphFigures figures(String repository, @Nullable String language);

    /**
     * Who calls or references a symbol, at most {@code limit}, tests last. Calls of a method that this one overrides, over
     * however many types, may arrive here, so their callers are shown too, marked, after all others. A type stands for itself
     * and what it owns, and its callers are those from outside of it. Empty when there is no such symbol.
     */
    Optional<Neighbours> callers(SymbolId id, int limit);

    /**
     * Whom a symbol calls or references, at most {@code limit}, tests last; of a type, whom its members do outside of it. Empty
     * when there is no such symbol.
     */
    Optional<Neighbours> callees(SymbolId id, int limit);

    /** The call sites of a symbol, and of its members when it is a type, that have no edge, in the order of their places. */
    List<UnresolvedSite> unresolvedIn(PlacedSymbol of);

    /**
     * Everything that depends on a symbol, or on what it owns, over at most {@code depth} edges, nearest first, main code before
     * tests. What overrides a method must change with it, so it is among them.
     */
    Optional<Impact> impact(SymbolId id, int depth, int limit);

    /** What can be reached from a symbol or what it owns, nearest first; nothing when there is no such symbol. */
    Traversal traverse(SymbolId start, Direction direction, @Nullable Kind kind, int depth);

    /**
     * A shortest path from source to target over edges of one kind or of any, of at most {@code depth} edges. An end that is a
     * type is reached by any of its members too; the step between the two is no edge and does not count.
     */
    Route path(SymbolId source, SymbolId target, @Nullable Kind kind, int depth);

    /**
     * A repository's most important symbols as a text; empty when there is no such repository.
     *
     * @param focus a part of paths or names to start from; null starts anywhere in main code
     */
    Optional<RepositoryMap> map(String repository, @Nullable String focus, int maxTokens);
}
