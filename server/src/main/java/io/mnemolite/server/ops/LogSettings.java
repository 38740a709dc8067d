package io.mnemolite.server.ops;

import io.mnemolite.server.config.Configuration;
import io.mnemolite.server.config.ObservabilityConfiguration;
import io.mnemolite.server.config.ObservabilityConfiguration.LogFormat;

/** Hands the log options to Quarkus, which reads system properties when it boots. */
public final class LogSettings {

    private static final String LINE = "%d{yyyy-MM-dd HH:mm:ss.SSS} %-5p %X{request_id} [%c{2.}] %s%e%n";

    private LogSettings() {}

    public static void apply(Configuration configuration) {
        ObservabilityConfiguration settings = configuration.observability();
        boolean isJson = settings.logFormat() == LogFormat.JSON;
        set("quarkus.log.level", settings.logLevel().name());
        set("quarkus.log.console.json.enabled", Boolean.toString(isJson));
        set("quarkus.log.console.format", LINE);
        set("quarkus.log.file.json.enabled", Boolean.toString(isJson));
        set("quarkus.log.file.enabled", "true");
        set("quarkus.log.file.format", LINE);
        set(
                "quarkus.log.file.path",
                configuration.storage().logs().resolve("server.log").toString());
        set("quarkus.log.file.rotation.max-file-size", Long.toString(settings.logFileBytes()));
        set("quarkus.log.file.rotation.max-backup-index", Integer.toString(settings.logFileCount()));
    }

    private static void set(String property, String value) {
        System.setProperty(property, value);
    }
}
