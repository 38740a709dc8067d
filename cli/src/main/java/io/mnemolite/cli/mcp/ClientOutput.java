package io.mnemolite.cli.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.cli.api.Json;
import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.failure.OutputClosed;
import io.mnemolite.cli.terminal.Output;
import java.util.concurrent.locks.ReentrantLock;

/** Standard output: one message a line, from any thread. */
final class ClientOutput {

    /** The code of JSON-RPC for what a server defines itself: no answer could be had. */
    private static final int UNDELIVERABLE = -32000;

    private final Output output;
    private final Runnable onClosed;
    private final ReentrantLock lock = new ReentrantLock();

    /** @param onClosed is run when the client has gone */
    ClientOutput(Output output, Runnable onClosed) {
        this.output = output;
        this.onClosed = onClosed;
    }

    void write(JsonNode message) {
        String line = Json.print(message);
        lock.lock();
        try {
            output.line(line);
            output.flush();
        } catch (OutputClosed | CommandFailure e) {
            onClosed.run();
        } finally {
            lock.unlock();
        }
    }

    void write(MalformedMessage malformed) {
        write(error(NullNode.getInstance(), malformed.code(), malformed.sentence()));
    }

    void write(Message request, Undeliverable reason) {
        write(error(request.id(), UNDELIVERABLE, reason.sentences()));
    }

    private static ObjectNode error(JsonNode id, int code, String sentence) {
        ObjectNode response = Json.object().put("jsonrpc", "2.0");
        response.set("id", id);
        response.putObject("error").put("code", code).put("message", sentence);
        return response;
    }
}
