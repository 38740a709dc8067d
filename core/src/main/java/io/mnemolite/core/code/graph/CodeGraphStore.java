package io.mnemolite.core.code.graph;

import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.resolution.edge.Edge;
import io.mnemolite.core.code.store.CodeFileId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The store of record for the graph of code.
 *
 * <ul>
 *   <li>Edges belong to the file in which they were found; they go with it. A target may be gone until its callers are
 *       resolved again: it is never shown.
 *   <li>A method that changes something returns after the change is durable.
 *   <li>Blocking; deadlines and failures as in {@link io.mnemolite.core.code.store.CodeStore}.
 * </ul>
 */
public interface CodeGraphStore {

    /** Which files there are, and whether their edges are complete, all of one moment. */
    GraphSnapshot snapshot(String repository);

    /** Whether the edges stored are those of the files stored; true of a repository that does not exist. */
    boolean isComplete(String repository);

    /** Facts of the files of these ids that exist, in no particular order. */
    List<StoredFacts> facts(Collection<CodeFileId> ids);

    /** Resolutions of the files of these ids that exist, in no particular order. */
    List<StoredResolution> resolutions(Collection<CodeFileId> ids);

    /**
     * Puts symbols, edges and unresolved sites of each file in place of those stored, in one transaction; a file whose row
     * has another revision by now is left as it is.
     */
    void replace(String repository, List<ResolvedFile> files);

    /** Notes that the edges are those of the files as they were at that count. */
    void markComplete(String repository, long written);

    /** The symbols of these ids that exist, in no particular order, each once. */
    List<PlacedSymbol> symbols(Collection<SymbolId> ids);

    /**
     * Edges of these kinds at any of the symbols, each with its other end: {@link Direction#OUTBOUND} those whose source is one
     * of the symbols, {@link Direction#INBOUND} those whose target is; not both at once. Ordered by target and source, at most
     * {@code limit}.
     */
    List<AdjacentSymbol> adjacent(Collection<SymbolId> at, Direction direction, Set<Edge.Kind> kinds, int limit);

    /** Edges of these kinds at any of the symbols in any direction, each once and without its places: for walks. Both ends exist. */
    List<Link> links(Collection<SymbolId> at, Direction direction, Set<Edge.Kind> kinds, int limit);

    /** Every edge of these kinds of a repository, with both ends, lines left out; for whole-graph algorithms. */
    List<Link> links(String repository, Set<Edge.Kind> kinds);

    /** An edge without its places. */
    record Link(SymbolId source, SymbolId target, Edge.Kind kind) {}

    /** Symbols that may match, best first by {@link SymbolQuery#rank}, then main code before tests, then by name and place. */
    List<PlacedSymbol> find(SymbolQuery query);

    /** What a file defines, by line; empty when there is no such file. */
    List<PlacedSymbol> outline(String repository, String path);

    /** Every symbol of a repository, of the files after {@code afterPath} in the order of paths, at most {@code files} files. */
    List<PlacedSymbol> scan(String repository, @Nullable String afterPath, int files);

    /** A repository in numbers, or its files of one language. */
    GraphFigures figures(String repository, @Nullable String language);

    /** How many call sites of the repository have no edge and may lead into it. */
    long unresolved(String repository);

    /** The call sites of the repository that bear one of these simple names, have no edge and may lead into it. */
    UnresolvedCount unresolvedNamed(String repository, Collection<String> names);

    /** @param isStale whether the edges are not those of the files, at the moment of counting */
    record UnresolvedCount(long sites, boolean isStale) {}
}
