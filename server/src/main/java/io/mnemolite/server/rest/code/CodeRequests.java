package io.mnemolite.server.rest.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.core.code.SourceFile;
import io.mnemolite.core.code.StorableText;
import io.mnemolite.core.code.indexing.IndexRequest;
import io.mnemolite.core.code.search.CodeFilter;
import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.server.request.Fields;
import io.mnemolite.server.request.Json;
import io.mnemolite.server.request.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What requests about code hold. */
final class CodeRequests {

    private static final int MAX_REPOSITORY = 200;
    private static final int MAX_COMMIT = 200;
    private static final int MAX_LANGUAGE = 100;
    private static final int MAX_FILES = 100_000;

    /** Of a path as it is handed in; what is wrong with it is an entry in {@code errors}. */
    private static final int MAX_PATH = 100_000;

    private static final int MAX_FILTER = 2_000;

    private CodeRequests() {}

    /** A request to index. Texts that cannot be stored are the indexer's to refuse, one file at a time. */
    static IndexRequest index(byte[] body) {
        Fields fields = Fields.of(Json.parseUnchecked(body), List.of("body"));
        String repository = repository(fields);
        List<SourceFile> files = files(fields);
        List<String> deleted = deletedPaths(fields);
        String commit = storable(fields, "commit_hash", fields.optionalString("commit_hash", MAX_COMMIT));
        boolean metadata = fields.bool("extract_metadata", true);
        boolean embeddings = fields.bool("generate_embeddings", true);
        boolean graph = fields.bool("build_graph", true);
        fields.check();
        return new IndexRequest(repository, files, deleted, commit, metadata, embeddings, graph);
    }

    private static String repository(Fields fields) {
        int before = fields.violations().size();
        String repository = fields.requiredString("repository", MAX_REPOSITORY);
        if (repository.isBlank() && fields.violations().size() == before) {
            fields.addViolation(new Violation(
                    "string_too_short",
                    fields.at("repository"),
                    "String should have at least 1 character that is not blank",
                    repository,
                    Map.of("min_length", 1)));
        }
        String known = storable(fields, "repository", repository);
        return known == null ? "" : known;
    }

    private static @Nullable String storable(Fields fields, String name, @Nullable String text) {
        if (text != null) {
            StorableText.problem(text)
                    .ifPresent(problem -> fields.addViolation(Violation.of(
                            "value_error", fields.at(name), "The text cannot be stored: " + problem, null)));
        }
        return text;
    }

    private static List<SourceFile> files(Fields fields) {
        List<SourceFile> files = new ArrayList<>();
        List<JsonNode> items = fields.requiredList("files", 0, MAX_FILES);
        for (int i = 0; i < items.size(); i++) {
            List<Object> place = new ArrayList<>(fields.at("files"));
            place.add(i);
            if (!(items.get(i) instanceof ObjectNode item)) {
                fields.addViolation(
                        Violation.of("dict_type", place, "Input should be a valid dictionary", items.get(i)));
                continue;
            }
            Fields file = Fields.of(item, place);
            files.add(new SourceFile(
                    file.requiredString("path", MAX_PATH),
                    file.requiredString("content", Integer.MAX_VALUE),
                    file.optionalString("language", MAX_LANGUAGE)));
            // Not what the item was: that is the whole content of a file.
            file.violations()
                    .forEach(violation -> fields.addViolation(new Violation(
                            violation.type(),
                            violation.loc(),
                            violation.msg(),
                            violation.type().equals("missing") ? null : violation.input(),
                            violation.ctx())));
        }
        return files;
    }

    private static List<String> deletedPaths(Fields fields) {
        List<String> paths = new ArrayList<>();
        List<JsonNode> items = fields.optionalList("deleted_paths", MAX_FILES);
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).isTextual()) {
                paths.add(items.get(i).textValue());
            } else {
                List<Object> place = new ArrayList<>(fields.at("deleted_paths"));
                place.add(i);
                fields.addViolation(Violation.of("string_type", place, "Input should be a valid string", items.get(i)));
            }
        }
        return paths;
    }

    /** The member {@code filters}. */
    static CodeFilter filter(Fields fields) {
        ObjectNode given = fields.optionalObject("filters");
        if (given == null) {
            return CodeFilter.ALL;
        }
        Fields filters = Fields.of(given, fields.at("filters"));
        CodeFilter filter = new CodeFilter(
                filters.optionalString("language", MAX_FILTER),
                filters.optionalString("chunk_type", MAX_FILTER),
                filters.optionalString("repository", MAX_FILTER),
                filters.optionalString("file_path", MAX_FILTER));
        fields.addAll(filters.violations());
        return filter;
    }

    /** A query of 1 to {@code longest} characters; a blank one is none. */
    static String query(Fields fields, String name, int longest) {
        int before = fields.violations().size();
        String query = fields.requiredString(name, longest);
        if (query.isEmpty() && fields.violations().size() == before) {
            fields.addViolation(new Violation(
                    "string_too_short",
                    fields.at(name),
                    "String should have at least 1 character",
                    query,
                    Map.of("min_length", 1)));
        }
        return query;
    }

    /** @throws MnemoliteException with {@link ErrorCode#BAD_REQUEST} when it is blank */
    static void refuseBlank(String query) {
        if (query.isBlank()) {
            throw bad("The query is blank; send the words, or the code, to look for.");
        }
    }

    /**
     * The vector of a member; null when absent or null.
     *
     * @throws MnemoliteException with {@link ErrorCode#BAD_REQUEST} when it is not one that can be searched with
     */
    static @Nullable EmbeddingVector vector(JsonNode body, String name, int dimension) {
        JsonNode value = body.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        List<Violation> violations = new ArrayList<>();
        EmbeddingVector vector = Fields.vector(value, List.of("body", name), dimension, violations);
        if (vector == null) {
            throw bad("The vector in '" + name + "' is not usable: "
                    + violations.getFirst().msg());
        }
        return vector;
    }

    static MnemoliteException bad(String sentence) {
        return new MnemoliteException(ErrorCode.BAD_REQUEST, sentence);
    }
}
