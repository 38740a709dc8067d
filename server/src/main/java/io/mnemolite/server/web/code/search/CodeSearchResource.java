package io.mnemolite.server.web.code.search;

import io.mnemolite.core.code.graph.CodeGraph;
import io.mnemolite.core.code.search.CodeQuery;
import io.mnemolite.core.code.search.CodeSearch;
import io.mnemolite.core.code.store.ChunkInFile;
import io.mnemolite.core.code.store.CodeChunkId;
import io.mnemolite.core.code.store.CodeStore;
import io.mnemolite.core.code.store.RepositoryFigures;
import io.mnemolite.core.code.text.TextAnswer;
import io.mnemolite.core.code.text.TextQuery;
import io.mnemolite.core.code.text.TextSearch;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.server.front.Admitted;
import io.mnemolite.server.request.QueryParameters;
import io.mnemolite.server.web.code.source.FileSymbols;
import io.mnemolite.server.web.code.source.Highlighting;
import io.mnemolite.server.web.layout.Page;
import io.mnemolite.server.web.layout.Pages;
import io.mnemolite.server.web.layout.Shell;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code /ui/code/search}. What cannot be answered is said above the form, which keeps what was typed. */
@Path("/ui/code/search")
@RunOnVirtualThread
@Admitted
public class CodeSearchResource {

    /** Of no model: names are wanted, and no vectors. */
    private static final String NO_MODEL = "";

    private final Pages pages;
    private final CodeSearch search;
    private final TextSearch textSearch;
    private final CodeGraph graph;
    private final CodeStore store;

    @Inject
    public CodeSearchResource(Pages pages, CodeSearch search, TextSearch textSearch, CodeGraph graph, CodeStore store) {
        this.pages = pages;
        this.search = search;
        this.textSearch = textSearch;
        this.graph = graph;
        this.store = store;
    }

    @GET
    public Response show(@Context UriInfo uri) {
        return pages.page(Page.CODE_SEARCH, shell -> answer(shell, CodeSearchRequest.of(new QueryParameters(uri))));
    }

    /** All lines of a hit. */
    @GET
    @Path("/chunks/{chunk_id}")
    public Response chunk(@PathParam("chunk_id") String id) {
        CodeChunkId chunkId = new CodeChunkId(QueryParameters.pathUuid("chunk_id", id));
        ChunkInFile found = store.findChunks(List.of(chunkId)).stream()
                .findFirst()
                .orElseThrow(() -> new MnemoliteException(
                        ErrorCode.NOT_FOUND,
                        "There is no chunk " + chunkId + " any more; its file changed. Search again."));
        return pages.fragment(new ChunkSource(
                found.chunk().chunk().name(),
                Highlighting.lines(
                        found.chunk().chunk().source(),
                        found.file().language().name(),
                        found.chunk().chunk().startLine(),
                        Highlighting.NO_MARKS)));
    }

    @GET
    @Path("/filter-values")
    public Response filterValues() {
        return pages.fragment(new CodeFilterValues(store.repositories(NO_MODEL).stream()
                .map(RepositoryFigures::repository)
                .toList()));
    }

    private CodeSearchPage answer(Shell shell, CodeSearchRequest request) {
        if (!request.isAsked()) {
            return new CodeSearchPage(shell, request, isIndexed(), null, null);
        }
        try {
            CodeResults results = request.mode().isText() ? lines(request) : chunks(request);
            return new CodeSearchPage(shell, request, !results.isEmpty() || isIndexed(), results, null);
        } catch (MnemoliteException e) {
            return new CodeSearchPage(shell, request, true, null, e.sentence());
        }
    }

    private boolean isIndexed() {
        return store.countFiles() > 0;
    }

    private CodeResults chunks(CodeSearchRequest request) {
        long start = System.nanoTime();
        CodeQuery query = request.mode() == CodeSearchRequest.Mode.LEXICAL
                ? CodeQuery.lexical(request.text(), request.filter(), Answers.LIMIT)
                : CodeQuery.hybrid(request.text(), request.filter(), Answers.LIMIT);
        var answer = search.search(query);
        return Answers.of(query, answer, request.marks(), new FileSymbols(graph), millisSince(start));
    }

    private CodeResults lines(CodeSearchRequest request) {
        long start = System.nanoTime();
        TextAnswer answer = textSearch.search(new TextQuery(
                request.text(),
                request.mode() == CodeSearchRequest.Mode.REGEX,
                !request.isAnyCase(),
                request.filter(),
                Passages.FILES,
                Passages.CONTEXT));
        return Passages.of(answer, request.marks(), new FileSymbols(graph), millisSince(start));
    }

    private static long millisSince(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }
}
