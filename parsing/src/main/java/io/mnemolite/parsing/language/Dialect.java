package io.mnemolite.parsing.language;

import io.mnemolite.core.code.Language;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@code languages.txt}.
 *
 * @param grammar the name of the tree-sitter grammar; null for a language that is only cut by size
 * @param folder where its query is, or the parts of it, in folders with spaces between; null without grammar
 * @param names by which a caller may name it, its own first
 * @param extensions without dot, lower case
 * @param fileNames whole names of files
 * @param interpreters names of programs in a first line {@code #!…}
 */
public record Dialect(
        Language language,
        @Nullable String grammar,
        @Nullable String folder,
        List<String> names,
        List<String> extensions,
        List<String> fileNames,
        List<String> interpreters) {

    /** Reads {@code name | grammar | folder | other names | extensions | file names | interpreters}. */
    static Dialect parse(String line) {
        String[] columns = line.split("\\|", -1);
        String name = columns[0].strip();
        String grammar = column(columns, 1);
        String folder = column(columns, 2);
        List<String> names = new ArrayList<>(List.of(name));
        names.addAll(words(columns, 3));
        return new Dialect(
                new Language(name),
                grammar.isEmpty() ? null : grammar,
                folder.isEmpty() ? null : folder,
                List.copyOf(names),
                words(columns, 4),
                words(columns, 5),
                words(columns, 6));
    }

    private static String column(String[] columns, int i) {
        return i < columns.length ? columns[i].strip() : "";
    }

    private static List<String> words(String[] columns, int i) {
        String column = column(columns, i);
        return column.isEmpty() ? List.of() : List.of(column.split(" +", -1));
    }
}
