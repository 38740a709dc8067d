package io.mnemolite.cli.api;

import org.jspecify.annotations.Nullable;

/** The server's routes; no other class names one. */
public final class Routes {

    public static final String ROOT = "/";
    public static final String HEALTH = "/health";
    public static final String READINESS = "/readiness";
    public static final String SYSTEM = "/performance/system";
    public static final String REQUEST_FIGURES = "/performance/metrics";
    public static final String POOL = "/performance/database/pool";
    public static final String SLOW_STATEMENTS = "/performance/database/slow-queries";
    public static final String STORE_FIGURES = "/api/monitoring/metrics";
    public static final String CACHE_STATISTICS = "/v1/events/cache/stats";
    public static final String REMEMBER = "/v1/events/?include_embedding=false";
    public static final String SEARCH = "/v1/search/";
    public static final String IMPORT = "/v1/events/import";
    public static final String IMPORT_FROM_V1 = "/v1/import/v1";
    public static final String EXPORT = "/v1/events/export";
    public static final String VERIFY = "/v1/verify";
    public static final String INDEX_STATUS = "/v1/index/status";
    public static final String INDEX_REBUILD = "/v1/index/rebuild";
    public static final String EMBEDDING_STATUS = "/v1/embedding/status";
    public static final String REEMBED = "/v1/embedding/reembed";

    public static final String BATCH = "/v1/events/batch";
    public static final String GRAPH_NODES = "/v1/graph/nodes";
    public static final String GRAPH_EDGES = "/v1/graph/edges";
    public static final String API_DESCRIPTION = "/openapi.json";
    public static final String PAGES = "/ui/";

    public static final String CODE_INDEX = "/v1/code/index";
    public static final String CODE_STATUS = "/v1/code/index/status";
    public static final String CODE_SEARCH_HYBRID = "/v1/code/search/hybrid";
    public static final String CODE_SEARCH_LEXICAL = "/v1/code/search/lexical";
    public static final String CODE_SEARCH_TEXT = "/v1/code/search/text";
    public static final String CODE_GRAPH_BUILD = "/v1/code/graph/build";
    public static final String CODE_GRAPH_PATH = "/v1/code/graph/path";

    private Routes() {}

    /** Requests watched for some seconds; null watches all of them. */
    public static Query profile(int seconds, @Nullable String endpoint) {
        return new Query("/performance/profile").with("seconds", seconds).with("endpoint", endpoint);
    }

    /** One memory, to be read, replaced or deleted. */
    public static String event(String id) {
        return "/v1/events/" + Query.path(id) + "?include_embedding=false";
    }

    /** One node of the memory graph. */
    public static String graphNode(String id) {
        return GRAPH_NODES + "/" + Query.path(id);
    }

    /** A node of the memory graph and its neighbours. */
    public static String graphAround(String id) {
        return "/api/graph/expand/" + Query.path(id);
    }

    /** The files that the server knows of a repository. */
    public static Query codeFiles(String repository) {
        return new Query("/v1/code/index/files").with("repository", repository);
    }

    /** One repository, to be deleted. */
    public static String codeRepository(String name) {
        return "/v1/code/index/repositories/" + Query.path(name);
    }

    /** A repository's graph in numbers. */
    public static String codeFigures(String repository) {
        return "/v1/code/graph/stats/" + Query.path(repository);
    }

    /** Definitions by name. */
    public static Query codeSymbols(String name) {
        return new Query("/v1/code/symbols").with("name", name);
    }

    /** @param question callers, callees or impact */
    public static Query codeNeighbours(String question, String symbol) {
        return new Query("/v1/code/graph/" + question + "/" + Query.path(symbol));
    }

    /** The most important symbols of a repository. */
    public static Query codeMap(String repository) {
        return new Query("/v1/code/map").with("repository", repository);
    }

    /** What a file defines. */
    public static Query codeOutline(String repository, String path) {
        return new Query("/v1/code/outline").with("repository", repository).with("path", path);
    }
}
