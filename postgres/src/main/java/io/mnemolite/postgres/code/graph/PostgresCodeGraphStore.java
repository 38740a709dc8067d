package io.mnemolite.postgres.code.graph;

import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.graph.AdjacencyQuery;
import io.mnemolite.core.code.graph.AdjacentSymbols;
import io.mnemolite.core.code.graph.CodeEdge;
import io.mnemolite.core.code.graph.CodeGraphStore;
import io.mnemolite.core.code.graph.CodeSymbol;
import io.mnemolite.core.code.graph.Direction;
import io.mnemolite.core.code.graph.FoundSymbols;
import io.mnemolite.core.code.graph.GraphFigures;
import io.mnemolite.core.code.graph.GraphSnapshot;
import io.mnemolite.core.code.graph.GraphState;
import io.mnemolite.core.code.graph.PlacedEdge;
import io.mnemolite.core.code.graph.PlacedSymbol;
import io.mnemolite.core.code.graph.ResolvedFile;
import io.mnemolite.core.code.graph.ScannedFile;
import io.mnemolite.core.code.graph.StoredFacts;
import io.mnemolite.core.code.graph.StoredResolution;
import io.mnemolite.core.code.graph.SymbolQuery;
import io.mnemolite.core.code.resolution.edge.Edge;
import io.mnemolite.core.code.resolution.edge.UnresolvedSite;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.postgres.code.graph.InsertEdges.FoundEdge;
import io.mnemolite.postgres.connection.Database;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The graph of code in PostgreSQL. */
public final class PostgresCodeGraphStore implements CodeGraphStore {

    private static final int ROWS_AT_ONCE = 10_000;

    /** Fewer new rows leave the plans as they are. */
    private static final int MANY_ROWS = 20_000;

    /**
     * PostgreSQL looks at its tables by itself, but some minute after they were filled; until then it takes them for empty,
     * and reads all symbols for the neighbours of one.
     */
    private static final String ANALYZE =
            "analyze mnemolite.code_file, mnemolite.code_chunk, mnemolite.code_symbol, mnemolite.code_edge";

    private final Database database;
    private final AtomicLong rowsSinceAnalysis = new AtomicLong();

    public PostgresCodeGraphStore(Database database) {
        this.database = database;
    }

    @Override
    public GraphSnapshot snapshot(String repository) {
        return database.read(new ReadSnapshot(repository));
    }

    @Override
    public GraphState state(@Nullable String repository) {
        return database.read(new ReadState(repository));
    }

    @Override
    public List<StoredFacts> facts(Collection<CodeFileId> ids) {
        return ids.isEmpty() ? List.of() : database.read(new FindFacts(ids));
    }

    @Override
    public void keepFacts(GraphSnapshot.Version version, byte[] facts) {
        database.write(new KeepFacts(version, facts));
    }

    @Override
    public List<StoredResolution> resolutions(Collection<CodeFileId> ids) {
        return ids.isEmpty() ? List.of() : database.read(new FindResolutions(ids));
    }

    @Override
    public void replace(String repository, List<ResolvedFile> files) {
        if (files.isEmpty()) {
            return;
        }
        database.transaction(statements -> {
            Set<CodeFileId> current = statements.run(new StoreResolutions(files));
            List<CodeSymbol> symbols = new ArrayList<>();
            List<FoundEdge> edges = new ArrayList<>();
            List<InsertUnresolved.Name> names = new ArrayList<>();
            for (ResolvedFile file : files) {
                if (current.contains(file.id())) {
                    symbols.addAll(file.symbols());
                    CodeEdge.of(file.resolution().edges()).forEach(edge -> edges.add(new FoundEdge(file.id(), edge)));
                    names.addAll(unresolved(file));
                }
            }
            inParts(symbols, part -> statements.run(new InsertSymbols(part)));
            inParts(edges, part -> statements.run(new InsertEdges(part)));
            inParts(names, part -> statements.run(new InsertUnresolved(part)));
            rowsSinceAnalysis.addAndGet(symbols.size() + (long) edges.size());
            return current;
        });
    }

    private static List<InsertUnresolved.Name> unresolved(ResolvedFile file) {
        Map<String, Integer> sites = new TreeMap<>();
        for (UnresolvedSite site : file.resolution().unresolved()) {
            if (site.mayLeadInside()) {
                sites.merge(site.name(), 1, Integer::sum);
            }
        }
        List<InsertUnresolved.Name> names = new ArrayList<>(sites.size());
        sites.forEach((name, count) -> names.add(new InsertUnresolved.Name(file.id(), name, count)));
        return names;
    }

    /** What is done with some rows. */
    private interface Part<T> {
        void insert(List<T> rows) throws SQLException;
    }

    private static <T> void inParts(List<T> rows, Part<T> part) throws SQLException {
        for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
            part.insert(rows.subList(from, Math.min(rows.size(), from + ROWS_AT_ONCE)));
        }
    }

    @Override
    public void markComplete(String repository, long written) {
        database.write(new MarkComplete(repository, written));
        long rows = rowsSinceAnalysis.get();
        if (rows >= MANY_ROWS) {
            database.command(ANALYZE);
            rowsSinceAnalysis.addAndGet(-rows);
        }
    }

    @Override
    public List<PlacedSymbol> symbols(Collection<SymbolId> ids) {
        return ids.isEmpty() ? List.of() : database.read(new FindSymbols(ids));
    }

    @Override
    public List<PlacedSymbol> within(PlacedSymbol symbol) {
        return database.read(new FindWithin(symbol));
    }

    @Override
    public AdjacentSymbols adjacent(AdjacencyQuery query) {
        return query.at().isEmpty() ? new AdjacentSymbols(List.of(), 0) : database.read(new FindAdjacentSymbols(query));
    }

    @Override
    public List<PlacedEdge> among(Collection<SymbolId> symbols) {
        return symbols.size() < 2 ? List.of() : database.read(new FindEdgesAmong(symbols));
    }

    @Override
    public List<Link> links(Collection<SymbolId> at, Direction direction, Set<Edge.Kind> kinds, int limit) {
        return at.isEmpty() ? List.of() : database.read(new FindLinks(new EdgesAt(at, direction, kinds, limit)));
    }

    @Override
    public List<Link> links(String repository, Set<Edge.Kind> kinds) {
        return database.read(new ReadLinks(repository, kinds));
    }

    @Override
    public FoundSymbols find(SymbolQuery query) {
        return database.read(query.isQualified() ? new FindQualifiedSymbols(query) : new FindNamedSymbols(query));
    }

    @Override
    public List<PlacedSymbol> outline(String repository, String path) {
        return database.read(new ReadOutline(CodeFileId.of(repository, path)));
    }

    @Override
    public List<ScannedFile> scan(String repository, @Nullable CodeFileId after, int limit) {
        return database.read(new ScanSymbols(repository, after, limit));
    }

    @Override
    public GraphFigures figures(String repository, @Nullable String language) {
        return database.read(new ReadFigures(repository, language));
    }

    @Override
    public long unresolved(String repository) {
        return database.read(new SumUnresolved(repository));
    }

    @Override
    public UnresolvedCount unresolvedNamed(String repository, Collection<String> names, Collection<SymbolId> symbols) {
        return database.read(new CountUnresolved(repository, names, symbols));
    }
}
