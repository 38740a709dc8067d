package io.mnemolite.server.mcp.protocol;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;

/**
 * A schema that is made when a client first asks for it: the generator's classes would be a tenth of the server's start.
 *
 * @param source makes it
 */
record LazySchema(Supplier<ObjectNode> source) {

    /** Maps and lists, which the extension's own JSON takes. */
    @JsonValue
    Object value() {
        return Sessions.plain(source.get());
    }
}
