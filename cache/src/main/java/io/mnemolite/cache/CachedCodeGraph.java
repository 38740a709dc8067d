package io.mnemolite.cache;

import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.graph.CodeGraph;
import io.mnemolite.core.code.graph.Completeness;
import io.mnemolite.core.code.graph.Direction;
import io.mnemolite.core.code.graph.FoundSymbols;
import io.mnemolite.core.code.graph.GraphFigures;
import io.mnemolite.core.code.graph.Impact;
import io.mnemolite.core.code.graph.Neighbours;
import io.mnemolite.core.code.graph.PlacedSymbol;
import io.mnemolite.core.code.graph.RepositoryMap;
import io.mnemolite.core.code.graph.Route;
import io.mnemolite.core.code.graph.SymbolQuery;
import io.mnemolite.core.code.graph.Traversal;
import io.mnemolite.core.code.resolution.edge.Edge.Kind;
import io.mnemolite.core.code.resolution.edge.UnresolvedSite;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps answers about the graph of code until code changes. */
final class CachedCodeGraph implements CodeGraph {

    private final CodeGraph delegate;
    private final CoherentCache<Object, Object> cache;

    CachedCodeGraph(CodeGraph delegate, CoherentCache<Object, Object> cache) {
        this.delegate = delegate;
        this.cache = cache;
    }

    /** The value under a question's key is always the answer of that question; an empty one is not kept. */
    @SuppressWarnings("unchecked")
    private <T> Optional<T> optional(CodeQuestion question, Supplier<Optional<T>> load) {
        return (Optional<T>) cache.get(question, () -> load.get().map(answer -> (Object) answer));
    }

    private <T> T answer(CodeQuestion question, Supplier<T> load) {
        return this.<T>optional(question, () -> Optional.of(load.get())).orElseThrow();
    }

    @Override
    public Optional<PlacedSymbol> symbol(SymbolId id) {
        return optional(CodeQuestion.anywhere("symbol", id), () -> delegate.symbol(id));
    }

    @Override
    public Completeness completeness(@Nullable String repository) {
        CodeQuestion question = repository == null
                ? CodeQuestion.anywhere("completeness")
                : CodeQuestion.about(repository, "completeness", repository);
        return answer(question, () -> delegate.completeness(repository));
    }

    @Override
    public FoundSymbols find(SymbolQuery query) {
        return answer(CodeQuestion.anywhere("find", query), () -> delegate.find(query));
    }

    @Override
    public List<PlacedSymbol> outline(String repository, String path) {
        return answer(
                CodeQuestion.about(repository, "outline", repository, path), () -> delegate.outline(repository, path));
    }

    @Override
    public GraphFigures figures(String repository, @Nullable String language) {
        return answer(
                CodeQuestion.about(repository, "figures", repository, language),
                () -> delegate.figures(repository, language));
    }

    @Override
    public Optional<Neighbours> callers(SymbolId id, int limit) {
        return optional(CodeQuestion.anywhere("callers", id, limit), () -> delegate.callers(id, limit));
    }

    @Override
    public Optional<Neighbours> callees(SymbolId id, int limit) {
        return optional(CodeQuestion.anywhere("callees", id, limit), () -> delegate.callees(id, limit));
    }

    @Override
    public List<UnresolvedSite> unresolvedIn(PlacedSymbol of) {
        return answer(
                CodeQuestion.about(of.repository(), "unresolvedIn", of.symbol().id()), () -> delegate.unresolvedIn(of));
    }

    @Override
    public Optional<Impact> impact(SymbolId id, int depth, int limit) {
        return optional(CodeQuestion.anywhere("impact", id, depth, limit), () -> delegate.impact(id, depth, limit));
    }

    @Override
    public Traversal traverse(SymbolId start, Direction direction, @Nullable Kind kind, int depth) {
        return answer(
                CodeQuestion.anywhere("traverse", start, direction, kind, depth),
                () -> delegate.traverse(start, direction, kind, depth));
    }

    @Override
    public Route path(SymbolId source, SymbolId target, @Nullable Kind kind, int depth) {
        return answer(
                CodeQuestion.anywhere("path", source, target, kind, depth),
                () -> delegate.path(source, target, kind, depth));
    }

    @Override
    public Optional<RepositoryMap> map(String repository, @Nullable String focus, int maxTokens) {
        return optional(
                CodeQuestion.about(repository, "map", repository, focus, maxTokens),
                () -> delegate.map(repository, focus, maxTokens));
    }
}
