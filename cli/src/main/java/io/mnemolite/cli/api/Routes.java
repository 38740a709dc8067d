package io.mnemolite.cli.api;

/** The server's routes; no other class names one. */
public final class Routes {

    public static final String ROOT = "/";
    public static final String HEALTH = "/health";
    public static final String READINESS = "/readiness";
    public static final String SYSTEM = "/performance/system";
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

    private Routes() {}
}
