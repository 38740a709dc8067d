package io.mnemolite.deployment.observation;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.deployment.slot.SlotClient;
import io.mnemolite.deployment.slot.SlotClient.Answer;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads of what a server stores, of several kinds: the ones that callers make of such data, though not those that they
 * did make, which nobody wrote down.
 *
 * @param kinds those of which there is something to read; at least one
 */
public record Reads(List<Kind> kinds) {

    public Reads {
        kinds = List.copyOf(kinds);
    }

    /**
     * One kind.
     *
     * @param name in the plural
     * @param requests at least one
     */
    public record Kind(String name, List<Request> requests) {

        public Kind {
            requests = List.copyOf(requests);
        }
    }

    /**
     * One read.
     *
     * @param body what is posted; null for a GET
     */
    public record Request(String path, @Nullable JsonNode body) {

        public static Request get(String path) {
            return new Request(path, null);
        }

        static Request post(String path, JsonNode body) {
            return new Request(path, body);
        }

        Answer send(SlotClient slot) {
            return body == null ? slot.get(path) : slot.post(path, body);
        }
    }

    /** Of what the server of a slot stored last; only of lists, when it does not say. */
    public static Reads ofNewest(SlotClient slot) {
        return new StoredReads(slot).find();
    }

    /** The read of this number: each kind in its turn, and of each kind one after the other. */
    public Answer read(SlotClient slot, int number) {
        List<Request> requests = kinds.get(number % kinds.size()).requests();
        return requests.get(number / kinds.size() % requests.size()).send(slot);
    }

    /** The kinds with their numbers. */
    @Override
    public String toString() {
        return kinds.stream()
                .map(kind -> kind.requests().size() + " " + kind.name())
                .collect(Collectors.joining(", "));
    }
}
