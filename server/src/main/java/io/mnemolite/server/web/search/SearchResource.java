package io.mnemolite.server.web.search;

import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.search.EventSearch;
import io.mnemolite.core.search.EventSearchPage;
import io.mnemolite.server.front.Admitted;
import io.mnemolite.server.request.QueryParameters;
import io.mnemolite.server.web.layout.Page;
import io.mnemolite.server.web.layout.Pages;
import io.mnemolite.server.web.layout.Shell;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.concurrent.TimeUnit;

/** {@code /ui/search}. What cannot be answered is said above the form, which keeps what was typed. */
@Path("/ui/search")
@RunOnVirtualThread
@Admitted
public class SearchResource {

    private final Pages pages;
    private final EventSearch search;

    @Inject
    public SearchResource(Pages pages, EventSearch search) {
        this.pages = pages;
        this.search = search;
    }

    @GET
    public Response show(@Context UriInfo uri) {
        return pages.page(Page.SEARCH, shell -> answer(shell, SearchRequest.of(new QueryParameters(uri)), uri));
    }

    private SearchPage answer(Shell shell, SearchRequest request, UriInfo uri) {
        if (!request.isAsked()) {
            return new SearchPage(shell, request, null, null, null);
        }
        try {
            long start = System.nanoTime();
            EventSearchPage page = search.search(request.query());
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            String origin = uri.getBaseUri().toString().replaceAll("/+$", "");
            return new SearchPage(
                    shell,
                    request,
                    ApiCall.of(request, origin, shell.keyed()),
                    Results.of(request, page, millis),
                    null);
        } catch (MnemoliteException e) {
            return new SearchPage(shell, request, null, null, e.sentence());
        }
    }
}
