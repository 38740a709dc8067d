package io.mnemolite.cli.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Brings one message to the server and its answers back, over restarts. A message whose answer was lost is sent again:
 * what the methods of MCP read may be read twice, and the call of a tool bears a key by which the server knows it.
 */
final class Delivery {

    private final McpServer server;
    private final HttpEndpoint endpoint;
    private final Session session;
    private final Duration patience;

    /** @param patience how long a server may be away */
    Delivery(McpServer server, HttpEndpoint endpoint, Session session, Duration patience) {
        this.server = server;
        this.endpoint = endpoint;
        this.session = session;
        this.patience = patience;
    }

    /**
     * Returns when the message has been answered, or taken if none is due.
     *
     * @param out takes the server's messages, the response last
     * @throws InterruptedException also from within a request, which is given up
     */
    void deliver(Message message, Consumer<JsonNode> out) throws Undeliverable, InterruptedException {
        Trouble trouble = new Trouble(patience);
        while (true) {
            URI address = server.address(trouble.deadline());
            try {
                if (attempt(address, message, out, trouble)) {
                    return;
                }
            } catch (SocketTimeoutException e) {
                throw new Undeliverable(
                        "The server at " + address + " has not answered for too long. " + server.advice(), e);
            } catch (IOException e) {
                giveUpIfInterrupted();
                if (!(e instanceof ConnectException)) {
                    trouble.noteLost();
                }
                if (trouble.isTooMuch()) {
                    throw new Undeliverable(
                            "No MnemoLite server answers at " + address + " (" + e.getMessage() + "). "
                                    + server.advice(),
                            e);
                }
                trouble.pause();
            }
        }
    }

    private static void giveUpIfInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    /** Whether the message has been dealt with. */
    private boolean attempt(URI address, Message message, Consumer<JsonNode> out, Trouble trouble)
            throws IOException, Undeliverable, InterruptedException {
        Session.State state = session.state();
        try (HttpReply reply =
                endpoint.post(address, Session.headers(message, state), message.body(), longestRest(message))) {
            if (reply.isSuccess()) {
                trouble.isOver();
                take(reply, message, out);
                return true;
            }
            if (reply.status() == 404 && goesBySession(message, state) && !trouble.isTooMuch()) {
                renew(address, state, trouble);
                return false;
            }
            if (isForNow(reply.status())) {
                if (trouble.isTooMuch()) {
                    throw new Undeliverable("The server at " + address + " still answers " + reply.status()
                            + ", which means not now. " + server.advice());
                }
                trouble.pause(reply.retryAfter());
                return false;
            }
            refuse(address, reply, message, out);
            return true;
        }
    }

    private void renew(URI address, Session.State lost, Trouble trouble) throws IOException, InterruptedException {
        if (session.renew(address, lost)) {
            trouble.noteLost();
        } else {
            trouble.pause();
        }
    }

    private static Duration longestRest(Message message) {
        return message.isEndless() ? Duration.ZERO : HttpEndpoint.LONGEST_REST;
    }

    private static boolean goesBySession(Message message, Session.State state) {
        return state.id() != null
                && message.ownVersion().isEmpty()
                && !message.method().equals("initialize");
    }

    private static boolean isForNow(int status) {
        return status == 429 || status == 502 || status == 503;
    }

    private void take(HttpReply reply, Message message, Consumer<JsonNode> out) throws IOException {
        if (message.isRequest()) {
            JsonNode response = Answer.read(reply, message, out);
            if (response == null) {
                throw new IOException("its answer ended without a response");
            }
            if (message.method().equals("initialize")) {
                session.begin(message, reply, response);
            }
            out.accept(response);
        } else if (message.method().equals("notifications/initialized")) {
            session.noteInitialized();
        }
    }

    private void refuse(URI address, HttpReply reply, Message message, Consumer<JsonNode> out)
            throws IOException, Undeliverable {
        JsonNode error = Answer.error(reply, message);
        if (error != null && message.isRequest()) {
            out.accept(error);
            return;
        }
        throw new Undeliverable(
                switch (reply.status()) {
                    case 401, 403 ->
                        "The server at " + address + " refuses this client (" + reply.status()
                                + "). Give its key in MNEMOLITE_API_KEY or with --api-key-file.";
                    case 404, 405 ->
                        "What answers at " + address + " offers no MCP (" + reply.status()
                                + "); it is of another version, or not a MnemoLite server.";
                    default ->
                        "The server at " + address + " answered " + reply.status() + " to " + message.method() + ". "
                                + server.advice();
                });
    }
}
