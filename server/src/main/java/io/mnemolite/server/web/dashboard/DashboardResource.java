package io.mnemolite.server.web.dashboard;

import io.mnemolite.core.event.EventStore;
import io.mnemolite.core.operation.EventStatistics;
import io.mnemolite.core.operation.EventStatistics.LabelCount;
import io.mnemolite.core.operation.TimeSpan;
import io.mnemolite.core.search.EventQuery;
import io.mnemolite.core.search.EventSearch;
import io.mnemolite.core.search.EventSearchPage;
import io.mnemolite.server.front.Admitted;
import io.mnemolite.server.request.QueryParameters;
import io.mnemolite.server.web.layout.Page;
import io.mnemolite.server.web.layout.Pages;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code /ui/}. Everything it asks for is answered by the search cache while nothing changes: the list and its total are one
 * search, the chart begins at a whole hour or day.
 */
@Path("/ui")
@RunOnVirtualThread
@Admitted
public class DashboardResource {

    private static final TimeSpan EVER =
            new TimeSpan(Instant.parse("0001-01-01T00:00:00Z"), Instant.parse("9999-12-31T23:59:59Z"));

    private final Pages pages;
    private final EventSearch search;
    private final EventStatistics statistics;
    private final EventStore store;
    private final Clock clock = Clock.systemUTC();

    @Inject
    public DashboardResource(Pages pages, EventSearch search, EventStatistics statistics, EventStore store) {
        this.pages = pages;
        this.search = search;
        this.statistics = statistics;
        this.store = store;
    }

    @GET
    public Response show(@Context UriInfo uri) {
        return pages.page(Page.DASHBOARD, shell -> {
            QueryParameters query = new QueryParameters(uri);
            UUID open = query.uuid("event");
            Filters filters = Filters.of(query);
            return new DashboardPage(shell, filters, overview(filters), open == null ? "" : open.toString());
        });
    }

    /** The overview again, unless it is the one seen. */
    @GET
    @Path("/overview")
    public Response renew(@Context UriInfo uri, @QueryParam("seen") @Nullable String seen) {
        Overview overview = overview(Filters.of(new QueryParameters(uri)));
        return overview.version().equals(seen) ? pages.unchanged() : pages.fragment(new OverviewPart(overview));
    }

    @GET
    @Path("/filter-values")
    public Response filterValues() {
        return pages.fragment(new FilterValues(Stream.of("project", "category", "type")
                .map(key -> new FilterValues.Values(key, values(key)))
                .toList()));
    }

    private List<String> values(String key) {
        return statistics.distribution(key, "", EVER).stream()
                .map(LabelCount::label)
                .filter(label -> !label.isBlank() && label.length() <= 100)
                .toList();
    }

    private Overview overview(Filters filters) {
        Instant now = clock.instant();
        EventSearchPage page = search.search(EventQuery.filterOnly(filters.events(now), filters.limit(), 0));
        Chart chart = Chart.of(
                statistics.timeline(filters.chart(now), filters.period().bucket()), filters.period(), now);
        return Overview.of(filters, page, store.countAwaitingVector(), chart);
    }
}
