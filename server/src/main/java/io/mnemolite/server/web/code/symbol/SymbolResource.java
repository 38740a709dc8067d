package io.mnemolite.server.web.code.symbol;

import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.graph.CodeGraph;
import io.mnemolite.core.code.graph.Neighbours;
import io.mnemolite.core.code.graph.PlacedSymbol;
import io.mnemolite.core.code.store.CodeStore;
import io.mnemolite.core.code.store.IndexedCodeFile;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.server.front.Admitted;
import io.mnemolite.server.request.QueryParameters;
import io.mnemolite.server.web.layout.Pages;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;

/** {@code /ui/code/symbol/{id}}. */
@Path("/ui/code/symbol/{symbol_id}")
@RunOnVirtualThread
@Admitted
public class SymbolResource {

    /** Of no model: the text is wanted, and no vectors. */
    private static final String NO_MODEL = "";

    private static final String ADDRESS = "/ui/code/symbol/";

    private final Pages pages;
    private final CodeGraph graph;
    private final CodeStore store;

    @Inject
    public SymbolResource(Pages pages, CodeGraph graph, CodeStore store) {
        this.pages = pages;
        this.graph = graph;
        this.store = store;
    }

    @GET
    public Response show(@PathParam("symbol_id") String text) {
        return pages.page(null, "Symbol", shell -> {
            SymbolId id = new SymbolId(QueryParameters.pathUuid("symbol_id", text));
            PlacedSymbol placed = find(id);
            String here = ADDRESS + id;
            return new SymbolPage(
                    shell.titled(placed.symbol().name()),
                    SymbolHead.of(placed),
                    SymbolSource.of(placed, text(placed), false),
                    list(
                            graph.callers(id, NeighbourList.LIMIT).orElseThrow(() -> gone(id)),
                            neighbour -> ADDRESS + neighbour.symbol().id()),
                    list(graph.callees(id, NeighbourList.LIMIT).orElseThrow(() -> gone(id)), neighbour -> here),
                    unresolved(placed, true),
                    unresolved(placed, false));
        });
    }

    /** All lines of the symbol. */
    @GET
    @Path("/source")
    public Response source(@PathParam("symbol_id") String text) {
        PlacedSymbol placed = find(new SymbolId(QueryParameters.pathUuid("symbol_id", text)));
        return pages.fragment(new SymbolSourcePart(SymbolSource.of(placed, text(placed), true)));
    }

    private static NeighbourList list(Neighbours found, Function<PlacedSymbol, String> linesIn) {
        return NeighbourList.of(
                found.neighbours().stream()
                        .map(neighbour -> NeighbourRow.of(neighbour, linesIn.apply(neighbour.symbol())))
                        .toList(),
                found.completeness());
    }

    private List<UnresolvedRow> unresolved(PlacedSymbol placed, boolean mayLeadInside) {
        return graph.unresolvedIn(placed).stream()
                .filter(site -> site.mayLeadInside() == mayLeadInside)
                .map(UnresolvedRow::of)
                .toList();
    }

    private String text(PlacedSymbol placed) {
        return store.findAll(List.of(placed.symbol().file()), NO_MODEL).stream()
                .findFirst()
                .map(IndexedCodeFile::text)
                .orElse("");
    }

    private PlacedSymbol find(SymbolId id) {
        return graph.symbol(id).orElseThrow(() -> gone(id));
    }

    private static MnemoliteException gone(SymbolId id) {
        return new MnemoliteException(
                ErrorCode.NOT_FOUND,
                "There is no symbol " + id + "; it never existed, or its file changed. Search for its name.");
    }
}
