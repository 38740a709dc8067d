package io.mnemolite.server.mcp.protocol;

import io.quarkiverse.mcp.server.GlobalInputSchemaGenerator;
import io.quarkiverse.mcp.server.GlobalOutputSchemaGenerator;
import io.quarkiverse.mcp.server.ToolManager;
import jakarta.inject.Singleton;

/** In place of the extension's generators, which are made with the server: each tool brings its own schemas. */
@Singleton
public class NoGlobalSchemas implements GlobalInputSchemaGenerator, GlobalOutputSchemaGenerator {

    @Override
    public InputSchema generate(ToolManager.ToolInfo tool) {
        throw new IllegalStateException("The tool " + tool.name() + " has no schema of its arguments");
    }

    @Override
    public Object generate(Class<?> from) {
        throw new IllegalStateException("A tool has no schema of its result, " + from);
    }
}
