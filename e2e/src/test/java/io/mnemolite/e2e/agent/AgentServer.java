package io.mnemolite.e2e.agent;

import io.mnemolite.e2e.Http;
import io.mnemolite.e2e.PackagedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A server that agents use, with a folder below which they may have code indexed, and one beside it. */
final class AgentServer implements AutoCloseable {

    private final PackagedServer server;
    private final Path folder;
    private final Path root;
    private final Path outside;

    private AgentServer(PackagedServer server, Path folder, Path root, Path outside) {
        this.server = server;
        this.folder = folder;
        this.root = root;
        this.outside = outside;
    }

    static AgentServer start(Path folder) {
        return start(folder, Map.of());
    }

    static AgentServer start(Path folder, Map<String, String> environment) {
        try {
            Path root = Files.createDirectories(folder.resolve("root"));
            Path outside = Files.createDirectories(folder.resolve("outside"));
            Map<String, String> all = new HashMap<>(environment);
            all.put("EMBEDDING_MODE", "mock");
            all.put("MNEMOLITE_CODE_INDEX_ROOTS", root.toString());
            return new AgentServer(PackagedServer.start(folder.resolve("home"), all), folder, root, outside);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Http http() {
        return server.http();
    }

    PackagedServer server() {
        return server;
    }

    /** Holds its home, its root and what lies outside. */
    Path folder() {
        return folder;
    }

    Path root() {
        return root;
    }

    Path outside() {
        return outside;
    }

    /** A directory below the root with a small program: a shop whose cart is asked for its total. */
    Path shop(String name) {
        return write(root.resolve(name));
    }

    static Path write(Path directory) {
        try {
            Path source = Files.createDirectories(directory.resolve("src/shop"));
            Files.writeString(source.resolve("Cart.java"), """
                    package shop;

                    /** What a customer is about to buy. */
                    class Cart {
                        private int cents;

                        void add(int price) {
                            cents += price;
                        }

                        /** The price of everything, in cents. */
                        int total() {
                            return cents;
                        }
                    }
                    """);
            Files.writeString(source.resolve("Checkout.java"), """
                    package shop;

                    /** Takes the customer's money. */
                    class Checkout {
                        int charge(Cart cart) {
                            return withTax(cart.total());
                        }

                        private int withTax(int cents) {
                            return cents + cents / 5;
                        }
                    }
                    """);
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
