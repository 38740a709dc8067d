package io.mnemolite.server.rest.code;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.core.code.search.ChannelWeights;
import io.mnemolite.core.code.search.CodeAnswer;
import io.mnemolite.core.code.search.CodeFilter;
import io.mnemolite.core.code.search.CodeQuery;
import io.mnemolite.core.code.search.CodeSearch;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.core.code.store.IndexedCodeFile;
import io.mnemolite.core.code.text.TextAnswer;
import io.mnemolite.core.code.text.TextQuery;
import io.mnemolite.core.code.text.TextSearch;
import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.indexing.IndexState;
import io.mnemolite.core.indexing.Indexing;
import io.mnemolite.server.front.Admitted;
import io.mnemolite.server.request.Fields;
import io.mnemolite.server.request.Json;
import io.mnemolite.server.request.Violation;
import io.mnemolite.server.rest.JsonResponse;
import io.mnemolite.server.rest.WireLimits;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Finding code: {@code /v1/code/search}. */
@Path("/v1/code/search")
@Tag(name = "code search")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Admitted
public class CodeSearchResource {

    private static final int MAX_QUERY = 1_000;
    private static final int MAX_CONTEXT = 10;

    private final CodeSearch search;
    private final TextSearch textSearch;
    private final WireLimits limits;
    private final CodeHealth health;
    private final Indexing<CodeFileId, IndexedCodeFile> indexing;

    @Inject
    public CodeSearchResource(
            CodeSearch search,
            TextSearch textSearch,
            WireLimits limits,
            CodeHealth health,
            Indexing<CodeFileId, IndexedCodeFile> indexing) {
        this.search = search;
        this.textSearch = textSearch;
        this.limits = limits;
        this.health = health;
        this.indexing = indexing;
    }

    @POST
    @Path("/hybrid")
    @Operation(
            summary = "Search by words and by meaning, fused by weighted reciprocal rank",
            description =
                    "channels names those that answered. When the query cannot be embedded (vector_enabled is false then),"
                            + " or most chunks have no vector yet, the words alone answer, and vector_missing_because says why.")
    @RequestBody(ref = "CodeHybridSearch")
    public Response hybrid(byte[] body) {
        long start = System.nanoTime();
        JsonNode json = Json.parseBody(body);
        Fields fields = Fields.of(json, List.of("body"));
        String text = CodeRequests.query(fields, "query", MAX_QUERY);
        CodeFilter filter = CodeRequests.filter(fields);
        int limit = fields.integer("top_k", 10, 1, 100);
        boolean isLexical = fields.bool("enable_lexical", true);
        boolean isVector = fields.bool("enable_vector", true);
        double lexicalWeight = fields.number("lexical_weight", ChannelWeights.DEFAULT.lexical(), 0, 1);
        double vectorWeight = fields.number("vector_weight", ChannelWeights.DEFAULT.vector(), 0, 1);
        int pool = fields.integer("candidate_pool_size", 100, 10, 1_000);
        boolean isAutomatic = fields.bool("auto_weights", false);
        fields.check();
        CodeRequests.refuseBlank(text);
        if (!isLexical && !isVector) {
            throw CodeRequests.bad("Both enable_lexical and enable_vector are false; enable at least one of them.");
        }
        EmbeddingVector ofText = CodeRequests.vector(json, "embedding_text", limits.dimension());
        EmbeddingVector ofCode = CodeRequests.vector(json, "embedding_code", limits.dimension());
        CodeQuery query = new CodeQuery(
                text,
                ofText == null ? ofCode : ofText,
                filter,
                isLexical,
                isVector,
                isAutomatic ? ChannelWeights.of(text) : new ChannelWeights(lexicalWeight, vectorWeight),
                pool,
                limit);
        CodeAnswer answer = search.search(query);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        return JsonResponse.ok(out -> CodeAnswerJson.writeHybrid(out, query, answer, took));
    }

    @POST
    @Path("/lexical")
    @Operation(summary = "Search by words")
    @RequestBody(ref = "CodeLexicalSearch")
    public Response lexical(byte[] body) {
        Fields fields = Fields.ofBody(body);
        String text = CodeRequests.query(fields, "query", MAX_QUERY);
        CodeFilter filter = CodeRequests.filter(fields);
        int limit = fields.integer("limit", 100, 1, 1_000);
        fields.check();
        CodeRequests.refuseBlank(text);
        CodeAnswer answer = search.search(CodeQuery.lexical(text, filter, limit));
        return JsonResponse.ok(out -> CodeAnswerJson.writeLexical(out, answer));
    }

    @POST
    @Path("/vector")
    @Operation(summary = "The chunks nearest to a vector by cosine distance")
    @RequestBody(ref = "CodeVectorSearch")
    public Response vector(byte[] body) {
        JsonNode json = Json.parseBody(body);
        Fields fields = Fields.of(json, List.of("body"));
        CodeFilter filter = CodeRequests.filter(fields);
        int limit = fields.integer("limit", 100, 1, 1_000);
        String given = fields.optionalString("embedding_domain", 100);
        fields.check();
        String domain = given == null ? "TEXT" : given;
        if (!domain.equals("TEXT") && !domain.equals("CODE")) {
            throw CodeRequests.bad("The embedding_domain is '" + domain + "'; send TEXT or CODE.");
        }
        EmbeddingVector target = CodeRequests.vector(json, "embedding", limits.dimension());
        if (target == null) {
            throw CodeRequests.bad(
                    "The vector in 'embedding' is missing; send a list of " + limits.dimension() + " numbers.");
        }
        CodeAnswer answer = search.search(CodeQuery.nearestTo(target, filter, limit));
        return JsonResponse.ok(out -> CodeAnswerJson.writeVector(out, answer, domain));
    }

    @POST
    @Path("/text")
    @Operation(
            summary = "Find a piece of text or a regular expression in the stored source, line by line",
            description =
                    "Regular expressions are RE2's, with ^ and $ at the ends of lines. completeness is lower_bound when"
                            + " something was cut, and cut_because says what.")
    @RequestBody(ref = "CodeTextSearch")
    public Response text(byte[] body) {
        Fields fields = Fields.ofBody(body);
        String pattern = CodeRequests.query(fields, "pattern", MAX_QUERY);
        String mode = fields.optionalString("mode", 20);
        boolean isCaseSensitive = fields.bool("case_sensitive", true);
        CodeFilter filter = CodeRequests.filter(fields);
        int limit = fields.integer("limit", 50, 1, 1_000);
        int context = fields.integer("context", 0, 0, MAX_CONTEXT);
        boolean isRegex = "regex".equals(mode);
        if (mode != null && !isRegex && !mode.equals("literal")) {
            fields.addViolation(Violation.of("enum", fields.at("mode"), "Input should be 'literal' or 'regex'", mode));
        }
        fields.check();
        TextAnswer answer = textSearch.search(new TextQuery(pattern, isRegex, isCaseSensitive, filter, limit, context));
        return JsonResponse.ok(out -> CodeAnswerJson.writeText(out, answer));
    }

    @GET
    @Path("/health")
    @Operation(
            summary =
                    "Whether code can be searched, which it cannot while its index is built; 503 when the database fails")
    public Response health() throws Exception {
        CodeHealth.Found found = health.find();
        boolean canSearch = found.isHealthy() && indexing.state() instanceof IndexState.Ready;
        found.body()
                .put(
                        "services",
                        Map.of(
                                "lexical_search", canSearch,
                                "vector_search", canSearch,
                                "rrf_fusion", true,
                                "hybrid_search", canSearch));
        return JsonResponse.value(found.isHealthy() ? 200 : 503, found.body());
    }
}
