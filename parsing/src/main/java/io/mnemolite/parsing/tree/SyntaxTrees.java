package io.mnemolite.parsing.tree;

import io.mnemolite.core.error.MnemoliteException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes syntax trees. To be called from any number of threads at once; nothing is loaded before it is needed, and nothing
 * has to be closed.
 *
 * <p>A text costs time in proportion to its length: a parser that takes more steps than {@value #STEPS_PER_BYTE} a byte
 * (ordinary code takes about one) gives up, the same text always at the same place. The clock is asked too, for the step
 * that does not end.
 */
public final class SyntaxTrees {

    private static final int STEPS_PER_BYTE = 30;
    private static final int STEPS_PER_CALLBACK = 100;
    private static final Duration LEAST_TIME = Duration.ofSeconds(2);
    private static final long NANOSECONDS_PER_BYTE = 2_000;

    /** The largest text that may be given to a grammar, in bytes; it decides on the stack of the threads. */
    public static final int LARGEST = 2_000_000;

    private final Path directory;
    private final ParsingThreads threads = new ParsingThreads();
    private final ConcurrentHashMap<String, Grammar> grammars = new ConcurrentHashMap<>();
    private volatile @Nullable TreeSitter library;

    /** @param directory for the unpacked native libraries, made when needed; must allow execution */
    public SyntaxTrees(Path directory) {
        this.directory = directory;
    }

    /**
     * The grammar of a language, from the jar {@code tree-sitter-NAME}, loaded at the first call.
     *
     * @throws MnemoliteException when the platform has no such library or it cannot be loaded
     */
    public Grammar grammar(String name) {
        Grammar known = grammars.get(name);
        return known != null ? known : grammars.computeIfAbsent(name, this::load);
    }

    /**
     * The tree of {@code source}, which is UTF-8 and must not be changed afterwards; empty when parsing it took too long.
     *
     * @throws IllegalArgumentException when it is larger than {@link #LARGEST}
     */
    public Optional<SyntaxTree> parse(Grammar grammar, byte[] source) {
        if (source.length > LARGEST) {
            throw new IllegalArgumentException(
                    "A text of " + source.length + " bytes is not parsed, only up to " + LARGEST + ".");
        }
        TreeSitter loaded = library();
        return threads.run(() -> {
            TreeRecorder recorder = new TreeRecorder(grammar, source.length);
            long steps = 100 + (long) source.length * STEPS_PER_BYTE / STEPS_PER_CALLBACK;
            long deadline = System.nanoTime() + LEAST_TIME.toNanos() + source.length * NANOSECONDS_PER_BYTE;
            return loaded.parse(grammar, ParserInput.of(grammar, source), steps, deadline, recorder)
                    ? Optional.of(recorder.tree(source))
                    : Optional.empty();
        });
    }

    private Grammar load(String name) {
        NativeLibrary library = NativeLibrary.load("tree-sitter-" + name, directory);
        return library().grammar(name, library, "tree_sitter_" + name.replace('-', '_'));
    }

    private TreeSitter library() {
        TreeSitter loaded = library;
        if (loaded == null) {
            synchronized (grammars) {
                loaded = library;
                if (loaded == null) {
                    loaded = new TreeSitter(NativeLibrary.load("tree-sitter", directory));
                    library = loaded;
                }
            }
        }
        return loaded;
    }
}
