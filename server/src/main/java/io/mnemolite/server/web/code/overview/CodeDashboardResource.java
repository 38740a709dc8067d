package io.mnemolite.server.web.code.overview;

import io.mnemolite.core.code.graph.CodeGraph;
import io.mnemolite.core.code.store.CodeStore;
import io.mnemolite.core.code.store.RepositoryFigures;
import io.mnemolite.core.operation.CodeStatistics;
import io.mnemolite.core.operation.CodeStatistics.ComplexChunk;
import io.mnemolite.server.front.Admitted;
import io.mnemolite.server.web.code.overview.CodeOverview.Linked;
import io.mnemolite.server.web.code.source.FileSymbols;
import io.mnemolite.server.web.layout.Page;
import io.mnemolite.server.web.layout.Pages;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /ui/code/}. The page comes at once, its figures after it: some read every chunk. */
@Path("/ui/code")
@RunOnVirtualThread
@Admitted
public class CodeDashboardResource {

    private static final String NO_MODEL = "";
    private static final int MOST_COMPLEX = 10;

    private final Pages pages;
    private final CodeStore store;
    private final CodeGraph graph;
    private final CodeStatistics statistics;
    private final Clock clock = Clock.systemUTC();

    @Inject
    public CodeDashboardResource(Pages pages, CodeStore store, CodeGraph graph, CodeStatistics statistics) {
        this.pages = pages;
        this.store = store;
        this.graph = graph;
        this.statistics = statistics;
    }

    @GET
    public Response show() {
        return pages.page(Page.CODE_DASHBOARD, shell -> new CodeDashboardPage(shell, store.countFiles() > 0));
    }

    @GET
    @Path("/figures")
    public Response figures() {
        Instant now = clock.instant();
        List<RepositoryFigures> repositories = store.repositories(NO_MODEL);
        FileSymbols symbols = new FileSymbols(graph);
        return pages.fragment(new CodeOverviewPart(CodeOverview.of(
                repositories,
                repositories.stream()
                        .map(repository -> graph.figures(repository.repository(), null))
                        .toList(),
                statistics.languages(),
                statistics.complexities(),
                statistics.mostComplex(MOST_COMPLEX).stream()
                        .map(chunk -> new Linked(chunk, symbol(symbols, chunk)))
                        .toList(),
                statistics.indexedByDay(CodeOverview.since(now)),
                now)));
    }

    private static @Nullable String symbol(FileSymbols symbols, ComplexChunk chunk) {
        return symbols.in(chunk.repository(), chunk.path(), chunk.name(), chunk.startLine(), chunk.endLine())
                .map(symbol -> symbol.symbol().id().toString())
                .orElse(null);
    }
}
