package io.mnemolite.server.web.dashboard;

import io.mnemolite.core.operation.EventStatistics;
import io.mnemolite.server.front.Admitted;
import io.mnemolite.server.web.layout.Page;
import io.mnemolite.server.web.layout.Pages;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** {@code /ui/}. */
@Path("/ui")
@RunOnVirtualThread
@Admitted
public class DashboardResource {

    private final Pages pages;
    private final EventStatistics statistics;

    @Inject
    public DashboardResource(Pages pages, EventStatistics statistics) {
        this.pages = pages;
        this.statistics = statistics;
    }

    @GET
    public Response show() {
        return pages.page(Page.DASHBOARD, shell -> new DashboardPage(shell, statistics.totalEvents()));
    }
}
