package io.mnemolite.server.wiring;

import io.mnemolite.core.priority.ThreadPriority;
import io.mnemolite.server.config.Configuration;
import io.mnemolite.server.front.Admission;
import io.mnemolite.server.mcp.code.IndexRoots;
import io.mnemolite.server.mcp.protocol.Agents;
import io.mnemolite.server.mcp.protocol.McpSettings;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hands the parts of the {@link Composition} to what agents are offered. */
@ApplicationScoped
public class AgentBeans {

    @Produces
    @Singleton
    McpSettings mcpSettings(
            Configuration configuration,
            @ConfigProperty(name = "quarkus.application.version") String version,
            @ConfigProperty(name = "quarkus.mcp.server.server-info.instructions") String instructions) {
        return new McpSettings(configuration.agents().maxConcurrentRequests(), version, instructions);
    }

    @Produces
    @Singleton
    Agents agents(Configuration configuration, Admission admission, McpSettings settings) {
        Composition composition = Started.composition();
        CodeParts code = composition.code();
        return new Agents(
                new Agents.Memory(
                        composition.events(), composition.search(), composition.memoryGraph(), Clock.systemUTC()),
                new Agents.Code(
                        code.search(),
                        code.textSearch(),
                        code.graph(),
                        composition.store().code(),
                        code.indexing(),
                        code.construction(),
                        new IndexRoots(configuration.agents().indexRoots()),
                        composition.space().model()),
                admission,
                settings);
    }

    /** Beside the start, and behind all else. */
    void makeSchemas(@ObservesAsync HttpServerStart start, Agents agents) {
        Thread.ofPlatform().daemon().name("schemas").start(() -> {
            ThreadPriority.BACKGROUND.take();
            agents.makeSchemas();
        });
    }
}
