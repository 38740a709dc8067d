package io.mnemolite.server.rest.code;

import io.mnemolite.core.code.indexing.CodeIndexing;
import io.mnemolite.core.code.indexing.IndexOutcome;
import io.mnemolite.core.code.indexing.IndexRequest;
import io.mnemolite.core.code.indexing.IndexingTimes;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.core.code.store.CodeStore;
import io.mnemolite.core.code.store.FileState;
import io.mnemolite.core.code.store.IndexedCodeFile;
import io.mnemolite.core.code.store.Removal;
import io.mnemolite.core.code.store.RepositoryFigures;
import io.mnemolite.core.deadline.Deadline;
import io.mnemolite.core.indexing.Indexing;
import io.mnemolite.server.front.Admitted;
import io.mnemolite.server.request.QueryParameters;
import io.mnemolite.server.rest.JsonResponse;
import io.mnemolite.server.rest.MaintenanceResource;
import io.mnemolite.server.rest.WireLimits;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Bringing code in, and what is there: {@code /v1/code/index}. */
@Path("/v1/code/index")
@Tag(name = "code index")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Admitted
public class CodeIndexResource {

    /** A body of the largest size may be parsed for minutes, longer than any other request may take. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final CodeIndexing indexing;
    private final IndexingTimes times;
    private final CodeStore store;
    private final Indexing<CodeFileId, IndexedCodeFile> tailing;
    private final WireLimits limits;
    private final CodeHealth health;

    @Inject
    public CodeIndexResource(
            CodeIndexing indexing,
            IndexingTimes times,
            CodeStore store,
            Indexing<CodeFileId, IndexedCodeFile> tailing,
            WireLimits limits,
            CodeHealth health) {
        this.indexing = indexing;
        this.times = times;
        this.store = store;
        this.tailing = tailing;
        this.limits = limits;
        this.health = health;
    }

    @POST
    @Operation(
            summary = "Index files of a repository, each in place of what was known of its path",
            description =
                    "A file that cannot be indexed stands in errors, and what was known of its path is gone. Of a path"
                            + " that occurs more than once the last file counts. indexed_files counts unchanged files too, which cost"
                            + " a hash. Vectors follow in the background. Files named in deleted_paths leave the index.")
    @RequestBody(ref = "CodeIndex")
    public Response index(byte[] body) throws Exception {
        long start = System.nanoTime();
        IndexRequest request = CodeRequests.index(body);
        IndexOutcome outcome = Deadline.after(LONGEST).call(() -> indexing.index(request));
        double millis = Math.round((System.nanoTime() - start) / 1e4) / 100.0;
        return JsonResponse.of(201, json -> CodeJson.writeOutcome(json, request.repository(), outcome, millis));
    }

    @GET
    @Path("/repositories")
    @Operation(summary = "The repositories, the one indexed last first")
    public Response repositories() {
        List<RepositoryFigures> figures = store.repositories(limits.space().model());
        return JsonResponse.ok(json -> CodeJson.writeRepositories(json, figures));
    }

    @DELETE
    @Path("/repositories/{repository:.+}")
    @Operation(summary = "Forget a repository, whose name may contain slashes; zeros when it is not known")
    public Response delete(@PathParam("repository") String repository) {
        Removal removal = indexing.removeRepository(repository);
        if (removal.files().isEmpty() && repository.length() > 1 && repository.endsWith("/")) {
            // A slash at the end of a path means nothing.
            return delete(repository.substring(0, repository.length() - 1));
        }
        return JsonResponse.ok(json -> CodeJson.writeRemoval(json, repository, removal));
    }

    @GET
    @Path("/files")
    @Operation(
            summary = "The files of a repository with the SHA-256 of their contents, a page at a time",
            description =
                    "A client need not send a file again whose content_hash is that of its text in UTF-8 and that is"
                            + " current, which means: made by the parser that runs now, with vectors wanted.")
    @Parameter(ref = "repository")
    @Parameter(ref = "limit_10000")
    @Parameter(ref = "cursor")
    public Response files(@Context UriInfo uri) {
        QueryParameters query = new QueryParameters(uri);
        String repository = query.requiredString("repository");
        int limit = query.integer("limit", 1_000, 1, 10_000);
        UUID cursor = query.uuid("cursor");
        query.check();
        String name = repository == null ? "" : repository;
        CodeFileId after = cursor == null ? null : new CodeFileId(cursor);
        List<FileState> page = store.list(name, after, limit);
        String next = page.size() < limit
                ? null
                : CodeFileId.of(name, page.getLast().path()).toString();
        return JsonResponse.ok(json -> CodeJson.writeFiles(json, page, indexing::isCurrent, next));
    }

    @GET
    @Path("/status")
    @Operation(
            summary =
                    "Per repository: files, chunks, vectors made and awaited, what could not be indexed and why; how long"
                            + " each step has taken since the start, summed over threads")
    public Response status() {
        List<RepositoryFigures> figures = store.repositories(limits.space().model());
        Map<String, Object> index = MaintenanceResource.indexStatus(tailing);
        return JsonResponse.ok(json -> CodeJson.writeStatus(json, figures, limits.space(), times.sums(), index));
    }

    @GET
    @Path("/health")
    @Operation(summary = "Whether code can be indexed; 503 when the database fails")
    public Response health() throws Exception {
        CodeHealth.Found found = health.find();
        found.body()
                .put(
                        "services",
                        List.of("code_chunking", "metadata_extraction", "embedding_generation", "graph_construction"));
        return JsonResponse.value(found.isHealthy() ? 200 : 503, found.body());
    }
}
