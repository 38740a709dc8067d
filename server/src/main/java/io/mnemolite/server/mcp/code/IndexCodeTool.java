package io.mnemolite.server.mcp.code;

import io.mnemolite.server.mcp.tool.Arguments;
import io.mnemolite.server.mcp.tool.Description;
import io.mnemolite.server.mcp.tool.Reply;
import io.mnemolite.server.mcp.tool.Tool;
import io.mnemolite.server.mcp.tool.ToolAnswer;
import io.mnemolite.server.mcp.tool.ToolCall;
import io.mnemolite.server.mcp.tool.ToolDescription;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the source below a directory of the server's machine known, or known again. */
public final class IndexCodeTool implements Tool<IndexCodeTool.Request, IndexCodeTool.Outcome> {

    /** Constants, since the extension is told of this tool by an annotation. */
    public static final String NAME = "index_code";

    public static final String TITLE = "Index code";
    public static final String TEXT =
            "Index a directory's source files by git's ignore rules; again after changes, it reads what changed.";

    private static final int MAX_TOKENS = 2_000;
    private static final int MAX_NAME = 200;

    private final IndexRoots roots;
    private final DirectoryIndexing indexing;

    public IndexCodeTool(IndexRoots roots, DirectoryIndexing indexing) {
        this.roots = roots;
        this.indexing = indexing;
    }

    /** What is to be indexed. */
    public record Request(
            @Description("Absolute path on the server's machine")
            String directory,

            @Description("Name to keep it under; default the directory's") @Nullable
            String repository) {}

    /**
     * What came of it.
     *
     * @param files that are indexed now
     * @param unchanged those of them that were before
     * @param removed that are gone from the directory and left the index
     * @param skipped that are no source, too large, or secret
     */
    public record Outcome(
            String repository,
            int files,
            int unchanged,
            int removed,
            int skipped,
            long symbols,
            long edges,
            int failed,
            @Nullable List<String> problems) {}

    @Override
    public ToolDescription description() {
        return new ToolDescription(NAME, TITLE, TEXT, false, false, true);
    }

    @Override
    public Class<Request> arguments() {
        return Request.class;
    }

    @Override
    public Class<Outcome> result() {
        return Outcome.class;
    }

    @Override
    public boolean takesLong() {
        return true;
    }

    @Override
    public ToolAnswer<Outcome> call(Request request, ToolCall call) {
        Path directory = roots.require(Arguments.required(request.directory(), "directory"));
        String wanted = call.repository(request.repository());
        String name = wanted == null || wanted.isBlank() ? String.valueOf(directory.getFileName()) : wanted.strip();
        if (name.length() > MAX_NAME) {
            throw Arguments.invalid(
                    "The repository's name has " + name.length() + " characters; send at most " + MAX_NAME + ".");
        }
        DirectoryIndexing.Sum sum = indexing.index(directory, name, call);
        return Reply.fit(sum.problems().size(), MAX_TOKENS, count -> answer(name, sum, count))
                .answer();
    }

    private static ToolAnswer<Outcome> answer(String name, DirectoryIndexing.Sum sum, int problems) {
        Outcome outcome = new Outcome(
                name,
                sum.files(),
                sum.unchanged(),
                sum.removed(),
                sum.skipped(),
                sum.symbols(),
                sum.edges(),
                sum.failed(),
                problems == 0 ? null : sum.problems().subList(0, problems));
        String text = "Indexed '" + name + "': " + outcome.files() + " files (" + outcome.unchanged() + " unchanged), "
                + outcome.removed() + " removed, " + outcome.skipped() + " skipped, " + outcome.failed() + " failed; "
                + outcome.symbols() + " symbols, " + outcome.edges()
                + " edges. Words and calls can be searched now, meaning as vectors are made."
                + (outcome.problems() == null
                        ? ""
                        : "\n" + outcome.problems().stream().collect(Collectors.joining("\n")))
                + (problems < sum.problems().size()
                        ? "\n… and " + (sum.problems().size() - problems) + " more problems."
                        : "");
        return new ToolAnswer<>(outcome, text);
    }
}
