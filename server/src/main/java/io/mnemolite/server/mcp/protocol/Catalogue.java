package io.mnemolite.server.mcp.protocol;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.server.mcp.resource.Addresses;
import io.mnemolite.server.mcp.resource.BootPrompt;
import io.mnemolite.server.mcp.tool.Tool;
import io.mnemolite.server.mcp.tool.ToolDescription;
import io.mnemolite.server.mcp.tool.ToolSchemas;
import io.mnemolite.server.mcp.tool.Wire;

/** What there is, as lists on the wire. */
final class Catalogue {

    private Catalogue() {}

    static ArrayNode tools(Iterable<Tool<?, ?>> tools) {
        ArrayNode list = Wire.MAPPER.createArrayNode();
        tools.forEach(tool -> list.add(tool(tool)));
        return list;
    }

    static ObjectNode tool(Tool<?, ?> tool) {
        ToolDescription of = tool.description();
        ObjectNode entry = Wire.MAPPER.createObjectNode().put("name", of.name()).put("description", of.text());
        entry.putObject("annotations")
                .put("title", of.title())
                .put("readOnlyHint", of.readOnly())
                .put("destructiveHint", of.destructive())
                .put("idempotentHint", of.idempotent())
                .put("openWorldHint", false);
        entry.set("inputSchema", ToolSchemas.input(tool));
        entry.set("outputSchema", ToolSchemas.output(tool));
        return entry;
    }

    static ArrayNode resourceTemplates() {
        ArrayNode list = Wire.MAPPER.createArrayNode();
        Addresses.templates()
                .forEach(template -> list.addObject()
                        .put("name", template.name())
                        .put("title", template.title())
                        .put("uriTemplate", template.uriTemplate())
                        .put("description", template.description())
                        .put("mimeType", Addresses.MIME_TYPE));
        return list;
    }

    static ArrayNode prompts() {
        ArrayNode list = Wire.MAPPER.createArrayNode();
        list.addObject().put("name", BootPrompt.NAME).put("title", "Boot").put("description", BootPrompt.DESCRIPTION);
        return list;
    }
}
