package io.mnemolite.core.code.indexing;

import io.mnemolite.core.code.search.CodeFilter;
import io.mnemolite.core.code.search.CodeIndex;
import io.mnemolite.core.code.search.CodeSnapshot;
import io.mnemolite.core.code.search.CodeSnapshot.Coverage;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.core.code.store.IndexedCodeFile;
import io.mnemolite.core.code.store.RepositoryFigures;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.indexing.Verification.Check;
import io.mnemolite.core.search.IndexAvailability;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Compares the index of code with the store, file by file, while both are in use. */
public final class CodeVerification {

    private static final int NAMED = 10;
    private static final int ATTEMPTS = 5;

    private final CodeFileSource source;
    private final CodeIndex index;
    private final IndexAvailability availability;

    public CodeVerification(CodeFileSource source, CodeIndex index, IndexAvailability availability) {
        this.source = source;
        this.index = index;
        this.availability = availability;
    }

    /**
     * What a pass over the store found.
     *
     * @param missing paths of files that are stored and not indexed
     */
    private record Seen(long files, List<String> missing) {}

    /** A check that fails, and no more, while the index is not ready. */
    public List<Check> verify() {
        try {
            availability.requireReady();
        } catch (MnemoliteException e) {
            return List.of(new Check("the code index is ready", false, e.sentence()));
        }
        Seen seen = read();
        return List.of(everyFileIsIndexed(seen), nothingElseIsIndexed(), vectors());
    }

    private Seen read() {
        long files = 0;
        TreeSet<CodeFileId> missing = new TreeSet<>();
        CodeFileId after = null;
        List<IndexedCodeFile> page;
        do {
            page = source.scan(after, source.scannedAtOnce());
            List<CodeFileId> ids = page.stream().map(source::id).toList();
            try (CodeSnapshot snapshot = index.snapshot()) {
                missing.addAll(snapshot.absent(ids));
            }
            files += page.size();
            after = ids.isEmpty() ? null : ids.getLast();
        } while (page.size() == source.scannedAtOnce());
        // What was being indexed when its page was read is there by now; what was deleted since is not missing.
        Set<CodeFileId> still;
        try (CodeSnapshot snapshot = index.snapshot()) {
            still = snapshot.absent(missing);
        }
        List<String> paths = source.findAll(still).stream()
                .map(file -> file.file().path())
                .sorted()
                .toList();
        return new Seen(files, paths);
    }

    private static Check everyFileIsIndexed(Seen seen) {
        List<String> missing = seen.missing();
        return new Check(
                "every stored file of code is in the code index",
                missing.isEmpty(),
                missing.isEmpty()
                        ? seen.files() + " files read"
                        : missing.size() + " of " + seen.files() + " are missing, such as "
                                + missing.subList(0, Math.min(NAMED, missing.size())) + "; run mnemolite reindex");
    }

    private Check nothingElseIsIndexed() {
        // Writers go on meanwhile, so a difference counts only when it stays.
        long stored = 0;
        long indexed = 0;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            stored = source.store().repositories(source.model()).stream()
                    .mapToLong(RepositoryFigures::chunks)
                    .sum();
            indexed = countChunks();
            if (stored == indexed) {
                break;
            }
        }
        boolean ok = stored == indexed;
        return new Check(
                "the code index holds nothing else",
                ok,
                indexed + " chunks indexed, " + stored + " stored"
                        + (ok ? "" : "; under constant writes run it again, else run mnemolite reindex"));
    }

    private int countChunks() {
        try (CodeSnapshot snapshot = index.snapshot()) {
            return snapshot.countChunks();
        }
    }

    private Check vectors() {
        try (CodeSnapshot snapshot = index.snapshot()) {
            Coverage coverage = snapshot.coverage(CodeFilter.ALL);
            return new Check(
                    "vectors of code",
                    true,
                    coverage.made() + " searchable, " + (coverage.wanted() - coverage.made()) + " awaited");
        }
    }
}
