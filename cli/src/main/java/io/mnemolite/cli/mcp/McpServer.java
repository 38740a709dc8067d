package io.mnemolite.cli.mcp;

import java.net.URI;
import java.util.Optional;

/** Where messages go. */
interface McpServer extends AutoCloseable {

    /**
     * The server's address; waits until there is one. Whoever answers there may still be starting, or have ended.
     *
     * @throws Undeliverable when there will be none, or none until the deadline
     */
    URI address(Deadline deadline) throws Undeliverable, InterruptedException;

    /** The address if there is one now; starts nothing. */
    Optional<URI> known();

    /** What a person can do when nobody answers there. */
    String advice();

    /** Ends what was begun to start a server, not the server. */
    @Override
    void close();

    /** A server whose address was given. */
    record Given(URI url) implements McpServer {

        @Override
        public URI address(Deadline deadline) {
            return url;
        }

        @Override
        public Optional<URI> known() {
            return Optional.of(url);
        }

        @Override
        public String advice() {
            return "Start it, or give the right address with --url or MNEMOLITE_URL.";
        }

        @Override
        public void close() {}
    }
}
