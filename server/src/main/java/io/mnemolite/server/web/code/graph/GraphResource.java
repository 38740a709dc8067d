package io.mnemolite.server.web.code.graph;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.graph.CodeGraph;
import io.mnemolite.core.code.graph.CodeGraphStore;
import io.mnemolite.core.code.graph.CodeGraphStore.Link;
import io.mnemolite.core.code.graph.Direction;
import io.mnemolite.core.code.graph.Impact;
import io.mnemolite.core.code.graph.Neighbour;
import io.mnemolite.core.code.graph.Neighbours;
import io.mnemolite.core.code.graph.PlacedEdge;
import io.mnemolite.core.code.graph.PlacedSymbol;
import io.mnemolite.core.code.graph.Route;
import io.mnemolite.core.code.graph.SymbolQuery;
import io.mnemolite.core.code.resolution.edge.Edge;
import io.mnemolite.core.code.store.CodeStore;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.server.front.Admitted;
import io.mnemolite.server.request.Json;
import io.mnemolite.server.request.QueryParameters;
import io.mnemolite.server.web.layout.Page;
import io.mnemolite.server.web.layout.Pages;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /ui/code/graph}: the page, the choice of a symbol, and what is drawn. */
@Path("/ui/code/graph")
@RunOnVirtualThread
@Admitted
public class GraphResource {

    private static final Set<Edge.Kind> DEPENDENCIES =
            Set.of(Edge.Kind.CALLS, Edge.Kind.REFERENCES, Edge.Kind.INHERITS, Edge.Kind.MAY_DISPATCH);

    /** Between a type and a member of its, which no edge joins. */
    private static final String CONTAINS = "contains";

    private static final int NEIGHBOURS = 60;
    private static final int MOST_NODES = 5_000;
    private static final int MOST_EDGES = 20_000;
    private static final int DEPTH = 6;
    private static final int PATH_DEPTH = 12;
    private static final int CHOICES = 12;

    private final Pages pages;
    private final CodeGraph graph;
    private final CodeGraphStore edges;
    private final CodeStore store;

    @Inject
    public GraphResource(Pages pages, CodeGraph graph, CodeGraphStore edges, CodeStore store) {
        this.pages = pages;
        this.graph = graph;
        this.edges = edges;
        this.store = store;
    }

    @GET
    public Response show(@Context UriInfo uri) {
        return pages.page(Page.CODE_GRAPH, shell -> {
            QueryParameters query = new QueryParameters(uri);
            UUID symbol = query.uuid("symbol");
            UUID target = query.uuid("to");
            query.check();
            return new GraphPage(
                    shell,
                    symbol == null ? null : FoundSymbol.of(find(symbol)),
                    target == null ? null : FoundSymbol.of(find(target)),
                    GraphView.of(query.string("view")).wireName(),
                    symbol != null || store.countFiles() > 0);
        });
    }

    /** Symbols of a name, as links that put one into the picture; {@code from} makes it the end of a path. */
    @GET
    @Path("/symbols")
    public Response symbols(
            @QueryParam("name") @Nullable String name,
            @QueryParam("view") @Nullable String view,
            @QueryParam("from") @Nullable String from) {
        String wanted = Objects.requireNonNullElse(name, "").strip();
        String address = from == null || from.isEmpty()
                ? "/ui/code/graph?view=" + GraphView.of(view).wireName() + "&symbol="
                : "/ui/code/graph?view=path&symbol=" + QueryParameters.pathUuid("from", from) + "&to=";
        List<FoundSymbol> found = wanted.isEmpty() || wanted.length() > 500
                ? List.of()
                : graph.find(new SymbolQuery(null, wanted, CHOICES)).symbols().stream()
                        .map(FoundSymbol::of)
                        .toList();
        return pages.fragment(new SymbolChoice(wanted, address, found));
    }

    @GET
    @Path("/data")
    public Response data(@Context UriInfo uri) throws JsonProcessingException {
        QueryParameters query = new QueryParameters(uri);
        UUID symbol = query.uuid("symbol");
        UUID target = query.uuid("to");
        query.check();
        if (symbol == null) {
            throw new MnemoliteException(ErrorCode.BAD_REQUEST, "'symbol' is missing; send the id of a symbol.");
        }
        SymbolId id = new SymbolId(symbol);
        GraphData data = switch (GraphView.of(query.string("view"))) {
            case AROUND -> around(id);
            case IMPACT -> impact(id);
            case PATH -> path(id, target == null ? id : new SymbolId(target));
        };
        return Response.ok(Json.MAPPER.writeValueAsBytes(data), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private GraphData around(SymbolId id) {
        Neighbours callers = graph.callers(id, NEIGHBOURS).orElseThrow(() -> gone(id));
        Neighbours callees = graph.callees(id, NEIGHBOURS).orElseThrow(() -> gone(id));
        GraphData.Builder builder = new GraphData.Builder().add(callers.of(), 0);
        for (Neighbour caller : callers.neighbours()) {
            SymbolId other = caller.symbol().symbol().id();
            builder.add(caller.symbol(), -1)
                    .line(other, id, caller.edge().kind().wireName());
        }
        for (Neighbour callee : callees.neighbours()) {
            SymbolId other = callee.symbol().symbol().id();
            builder.add(callee.symbol(), 1).line(id, other, callee.edge().kind().wireName());
        }
        return builder.build(List.of(callers.completeness(), callees.completeness()));
    }

    private GraphData impact(SymbolId id) {
        Impact impact = graph.impact(id, DEPTH, MOST_NODES).orElseThrow(() -> gone(id));
        GraphData.Builder builder = new GraphData.Builder().add(impact.of(), 0);
        impact.affected().forEach(affected -> builder.add(affected.symbol(), -affected.distance()));
        Set<SymbolId> inside = new HashSet<>();
        if (impact.includesMembers()) {
            edges.within(impact.of()).forEach(part -> inside.add(part.symbol().id()));
        }
        Set<SymbolId> ends = new HashSet<>(builder.ids());
        ends.addAll(inside);
        // The members of a type are drawn as the type.
        List<Link> links = edges.links(ends, Direction.INBOUND, DEPENDENCIES, MOST_EDGES).stream()
                .map(link -> inside.contains(link.target()) ? new Link(link.source(), id, link.kind()) : link)
                .toList();
        return builder.lines(links).build(List.of(impact.completeness()));
    }

    private GraphData path(SymbolId source, SymbolId target) {
        Route route = graph.path(source, target, null, PATH_DEPTH);
        GraphData.Builder builder = new GraphData.Builder();
        int distance = 0;
        for (PlacedSymbol node : route.symbols()) {
            builder.add(node, distance++);
        }
        for (Route.Step step : route.steps()) {
            PlacedEdge edge = step.edge();
            if (builder.ids().containsAll(List.of(step.source(), step.target()))) {
                builder.line(
                        step.source(),
                        step.target(),
                        edge == null ? CONTAINS : edge.edge().kind().wireName());
            }
        }
        return builder.build(List.of(route.completeness()));
    }

    private PlacedSymbol find(UUID id) {
        SymbolId symbol = new SymbolId(id);
        return graph.symbol(symbol).orElseThrow(() -> gone(symbol));
    }

    private static MnemoliteException gone(SymbolId id) {
        return new MnemoliteException(
                ErrorCode.NOT_FOUND,
                "There is no symbol " + id + "; it never existed, or its file changed. Search for its name.");
    }
}
