package io.mnemolite.parsing;

import io.mnemolite.parsing.language.Dialect;
import io.mnemolite.parsing.tree.SyntaxTree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that was found to be text of a known language, with its syntax tree: what chunks and facts are made of.
 *
 * @param text as UTF-8, not to be changed
 * @param tree null when the language has no grammar, or the text cannot be given to it
 * @param problems sentences on why a language with a grammar got no tree
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody, and as large as a file.
public record ReadSource(
        String path, Dialect dialect, byte[] text, @Nullable SyntaxTree tree, List<String> problems) {

    public ReadSource {
        problems = List.copyOf(problems);
    }

    /** The last part of the path. */
    public String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
