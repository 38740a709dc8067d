package io.mnemolite.e2e;

import io.mnemolite.e2e.CrashLedger.Expected;
import io.mnemolite.e2e.Http.Answer;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Creates, patches and deletes events of its own, and repeats each request until the server acknowledges it. */
final class CrashWriter implements Runnable {

    /** Without vowels and without the endings that a stemmer removes, so that no two words have one stem. */
    private static final String LETTERS = "bcfhjkmpqtvwxz";

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Supplier<Http> server;
    private final CrashLedger ledger;
    private final SplittableRandom random;
    private final List<String> words = new ArrayList<>();
    private volatile boolean stopped;

    CrashWriter(Supplier<Http> server, CrashLedger ledger, SplittableRandom random) {
        this.server = server;
        this.ledger = ledger;
        this.random = random;
    }

    /** Ends the run after the write that is under way is acknowledged. */
    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        while (!stopped) {
            int choice = random.nextInt(100);
            if (choice < 60 || words.isEmpty()) {
                create();
            } else if (choice < 85) {
                patch(words.get(random.nextInt(words.size())));
            } else {
                delete(words.remove(random.nextInt(words.size())));
            }
        }
    }

    private void create() {
        String word = word(NUMBERS.incrementAndGet());
        String body = "{\"content\":{\"text\":\"remember " + word + "\"},\"metadata\":{\"word\":\"" + word
                + "\",\"patched\":0}}";
        Answer answer = repeat("POST", "/v1/events/", body, Set.of(201), "Idempotency-Key", word);
        if (answer != null) {
            words.add(word);
            ledger.acknowledged(word, new Expected(answer.json().path("id").asText(), 0, false));
        }
    }

    private void patch(String word) {
        Expected before = expected(word);
        int patched = before.patched() + 1;
        Answer answer = repeat(
                "PATCH", "/v1/events/" + before.id() + "/metadata", "{\"patched\":" + patched + "}", Set.of(200));
        if (answer != null) {
            ledger.acknowledged(word, new Expected(before.id(), patched, false));
        }
    }

    private void delete(String word) {
        Expected before = expected(word);
        if (repeat("DELETE", "/v1/events/" + before.id(), "", Set.of(204)) != null) {
            ledger.acknowledged(word, new Expected(before.id(), before.patched(), true));
        }
    }

    /** The answer that acknowledges the write; null after one that nobody expects. */
    private @Nullable Answer repeat(String method, String path, String body, Set<Integer> success, String... headers) {
        boolean isFirst = true;
        while (true) {
            try {
                Answer answer = server.get().send(method, path, body, headers);
                // A deletion whose answer was lost has happened or not.
                boolean isDeleted = answer.status() == 404 && method.equals("DELETE") && !isFirst;
                if (success.contains(answer.status()) || isDeleted) {
                    return answer;
                }
                if (answer.status() != 503) {
                    ledger.unexpected(method + " " + path + " " + body + ": " + answer.status() + " " + answer.body());
                    return null;
                }
                ledger.refused();
            } catch (UncheckedIOException connectionLost) {
                // The server was killed: it has done it or not.
            }
            isFirst = false;
            Polling.pause();
        }
    }

    private Expected expected(String word) {
        Expected expected = ledger.events().get(word);
        if (expected == null) {
            throw new AssertionError(word + " was never acknowledged");
        }
        return expected;
    }

    private static String word(int number) {
        StringBuilder word = new StringBuilder("zq");
        int rest = number;
        for (int i = 0; i < 5; i++) {
            word.append(LETTERS.charAt(rest % LETTERS.length()));
            rest /= LETTERS.length();
        }
        return word.toString();
    }
}
