package io.mnemolite.server.mcp.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The schemas of a tool. */
public final class ToolSchemas {

    private ToolSchemas() {}

    /** JSON Schema of the arguments; a name that is not in it is refused. */
    public static ObjectNode input(Tool<?, ?> tool) {
        return RecordSchema.of(tool.arguments()).put("additionalProperties", false);
    }

    /** JSON Schema of the structured result, without what is always there: a list of names that no agent needs. */
    public static ObjectNode output(Tool<?, ?> tool) {
        ObjectNode schema = RecordSchema.of(tool.result());
        schema.findParents("required").forEach(object -> ((ObjectNode) object).remove("required"));
        return schema;
    }
}
