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

    /** How far the edges stored are those of the files stored; all of it of a repository that does not exist; null asks for all. */
    GraphState state(@Nullable String repository);

    /** Facts of the files of these ids that exist, in no particular order. */
    List<StoredFacts> facts(Collection<CodeFileId> ids);

    /** Puts facts that were read anew from the text of a file in place of those stored, unless it has another revision by now. */
    void keepFacts(GraphSnapshot.Version version, byte[] facts);

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
     * What stands within a symbol, itself left out: under its qualified name in its file, and in files of its repository and
     * language that define a part of it; by file and line, its own file first.
     */
    List<PlacedSymbol> within(PlacedSymbol symbol);

    /** Edges at some symbols, main code before tests, then by path and line of the other end, and how many there are. */
    AdjacentSymbols adjacent(AdjacencyQuery query);

    /** The edges that join two of the symbols, in no particular order. */
    List<PlacedEdge> among(Collection<SymbolId> symbols);

    /** Edges of these kinds at any of the symbols in any direction, each once and without its places: for walks. Both ends exist. */
    List<Link> links(Collection<SymbolId> at, Direction direction, Set<Edge.Kind> kinds, int limit);

    /** Every edge of these kinds of a repository, with both ends, lines left out; for whole-graph algorithms. */
    List<Link> links(String repository, Set<Edge.Kind> kinds);

    /** An edge without its places. */
    record Link(SymbolId source, SymbolId target, Edge.Kind kind) {}

    /**
     * Symbols that match, best first by {@link SymbolQuery#rank}, then main code before tests, then by name and place; what the
     * text does not name is left out.
     */
    FoundSymbols find(SymbolQuery query);

    /** What a file defines and its text names, by line; empty when there is no such file. */
    List<PlacedSymbol> outline(String repository, String path);

    /** At most {@code limit} files of a repository with all their symbols, in the order of ids, those after {@code after}. */
    List<ScannedFile> scan(String repository, @Nullable CodeFileId after, int limit);

    /** A repository in numbers, or its files of one language. */
    GraphFigures figures(String repository, @Nullable String language);

    /** How many call sites of the repository have no edge and may lead into it. */
    long unresolved(String repository);

    /**
     * The call sites of the repository that may be calls of these symbols without an edge to them: those that bear one of the
     * simple names, have no edge and may lead into it, and those whose edge leads to another overload of one of the symbols
     * that fits as well.
     */
    UnresolvedCount unresolvedNamed(String repository, Collection<String> names, Collection<SymbolId> symbols);

    /** @param state at the moment of counting */
    record UnresolvedCount(long sites, GraphState state) {}
}
