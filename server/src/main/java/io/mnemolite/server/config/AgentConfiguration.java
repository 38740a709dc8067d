package io.mnemolite.server.config;

import io.mnemolite.server.config.option.Defaults;
import io.mnemolite.server.config.option.Option;
import io.mnemolite.server.config.option.OptionGroup;
import io.mnemolite.server.config.option.Settings;
import io.mnemolite.server.config.option.ValueType;
import java.nio.file.Path;
import java.util.List;

/**
 * What agents may do over the Model Context Protocol.
 *
 * @param maxConcurrentRequests requests of agents under way at a time
 * @param indexRoots directories below which an agent may have source files read; absolute
 */
public record AgentConfiguration(int maxConcurrentRequests, List<Path> indexRoots) {

    private static final Option<Integer> MAX_CONCURRENT_REQUESTS = Option.of(
            "mcp.max-concurrent-requests",
            ValueType.integer(1, 10_000),
            Defaults.everywhere("128"),
            "Requests of agents under way at a time, waiting ones included; beyond that the answer is 503.");
    private static final Option<List<String>> INDEX_ROOTS = Option.of(
            "code.index-roots",
            ValueType.list(),
            new Defaults("", "", "~"),
            "Directories of the server's machine below which agents may have source files indexed; none: nowhere. The"
                    + " default holds only while the server listens to this machine alone.");

    static final OptionGroup OPTIONS = new OptionGroup("Agents", List.of(MAX_CONCURRENT_REQUESTS, INDEX_ROOTS));

    public AgentConfiguration {
        indexRoots = List.copyOf(indexRoots);
    }

    static AgentConfiguration read(Settings settings, Path userHome, HttpConfiguration http) {
        // What a developer's own agents may read is nothing for those of other machines, unless somebody says so.
        boolean isOpen = http.isLoopback() || settings.isSet(INDEX_ROOTS);
        return new AgentConfiguration(
                settings.get(MAX_CONCURRENT_REQUESTS),
                (isOpen ? settings.get(INDEX_ROOTS) : List.<String>of())
                        .stream()
                                .map(root -> StorageConfiguration.expand(Path.of(root), userHome))
                                .toList());
    }
}
