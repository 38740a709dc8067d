package io.mnemolite.cli.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;

/** A request under way, on a thread of its own. */
final class Call {

    private final Message request;
    private final Delivery delivery;
    private final ClientOutput output;
    private final Thread thread;
    private volatile boolean cancelled;

    /** @param onEnd takes the call at its end, however it ended */
    Call(Message request, Delivery delivery, ClientOutput output, Consumer<Call> onEnd) {
        this.request = request;
        this.delivery = delivery;
        this.output = output;
        // A virtual thread, because an interrupt ends what it waits for on the network.
        this.thread = Thread.ofVirtual().unstarted(() -> {
            try {
                run();
            } finally {
                onEnd.accept(this);
            }
        });
    }

    Message request() {
        return request;
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            delivery.deliver(request, this::pass);
        } catch (Undeliverable reason) {
            if (!cancelled) {
                output.write(request, reason);
            }
        } catch (InterruptedException e) {
            // Cancelled, or the proxy ends; nobody wants the answer.
        }
    }

    /** The client has ceased to listen to a call that it cancelled. */
    private void pass(JsonNode message) {
        if (!cancelled) {
            output.write(message);
        }
    }

    /** Nothing is passed on from now. */
    void mute() {
        cancelled = true;
    }

    /** Ends it, its request included. */
    void interrupt() {
        thread.interrupt();
    }
}
