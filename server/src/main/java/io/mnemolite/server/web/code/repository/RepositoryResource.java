package io.mnemolite.server.web.code.repository;

import io.mnemolite.core.code.store.CodeStore;
import io.mnemolite.core.embedding.EmbeddingSpace;
import io.mnemolite.server.front.Admitted;
import io.mnemolite.server.web.layout.Page;
import io.mnemolite.server.web.layout.Pages;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** {@code /ui/code/repos} and {@code /ui/code/upload}. */
@Path("/ui/code")
@RunOnVirtualThread
@Admitted
public class RepositoryResource {

    private final Pages pages;
    private final CodeStore store;
    private final EmbeddingSpace space;

    @Inject
    public RepositoryResource(Pages pages, CodeStore store, EmbeddingSpace space) {
        this.pages = pages;
        this.store = store;
        this.space = space;
    }

    @GET
    @Path("/repos")
    public Response show() {
        return pages.page(Page.CODE_REPOSITORIES, shell -> new RepositoriesPage(shell, list()));
    }

    /** The list again, unless it is the one seen. */
    @GET
    @Path("/repos/list")
    public Response renew(@QueryParam("seen") @Nullable String seen) {
        RepositoryList list = list();
        return list.version().equals(seen) ? pages.unchanged() : pages.fragment(new RepositoryListPart(list));
    }

    @GET
    @Path("/upload")
    public Response upload() {
        return pages.page(Page.CODE_UPLOAD, UploadPage::new);
    }

    private RepositoryList list() {
        return RepositoryList.of(store.repositories(space.model()));
    }
}
