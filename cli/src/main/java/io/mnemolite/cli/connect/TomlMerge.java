package io.mnemolite.cli.connect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import io.mnemolite.cli.api.Json;
import io.mnemolite.cli.connect.Merged.Outcome;
import java.util.List;
import java.util.StringJoiner;

/** Puts an entry into a TOML text as a table; everything else stays letter by letter. */
final class TomlMerge {

    private static final TomlMapper MAPPER = new TomlMapper();

    private final String section;
    private final String name;
    private final ObjectNode entry;

    /** @param section the table that holds the entry under its name */
    TomlMerge(String section, String name, ObjectNode entry) {
        this.section = section;
        this.name = name;
        this.entry = entry;
    }

    /** The table; its values are strings and arrays, which JSON writes as TOML does. */
    String snippet() {
        StringJoiner lines = new StringJoiner("\n");
        lines.add("[" + section + "." + name + "]");
        entry.properties()
                .forEach(member -> lines.add(
                        member.getKey() + " = " + Json.print(member.getValue()).replace("\",\"", "\", \"")));
        return lines.toString();
    }

    Merged into(String text) throws UnmergeableFile {
        JsonNode before = tree(text);
        JsonNode known = before.path(section).path(name);
        if (known.equals(entry)) {
            return new Merged(text, Outcome.UNCHANGED);
        }
        Merged merged = known.isMissingNode()
                ? new Merged(appended(text), Outcome.ADDED)
                : new Merged(replaced(text), Outcome.REPLACED);
        verify(before, merged.text());
        return merged;
    }

    private static JsonNode tree(String text) throws UnmergeableFile {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UnmergeableFile("is not valid TOML (" + e.getOriginalMessage() + ")");
        }
    }

    private String appended(String text) {
        String lineEnd = lineEnd(text);
        String gap = text.isBlank() ? "" : (text.endsWith("\n") ? "" : lineEnd) + lineEnd;
        return (text.isBlank() ? "" : text) + gap + snippet().replace("\n", lineEnd) + lineEnd;
    }

    /** The entry's own table gives way to the new one, and tables below it go with it. */
    private String replaced(String text) throws UnmergeableFile {
        List<Integer> headers = TomlTables.headers(text);
        StringBuilder rest = new StringBuilder();
        int written = 0;
        boolean placed = false;
        for (int i = 0; i < headers.size(); i++) {
            int begin = headers.get(i);
            if (isOurs(text, begin)) {
                int end = end(text, begin, i + 1 < headers.size() ? headers.get(i + 1) : text.length());
                rest.append(text, written, begin);
                if (!placed) {
                    rest.append(snippet().replace("\n", lineEnd(text))).append(lineEnd(text));
                    placed = true;
                }
                written = end;
            }
        }
        if (!placed) {
            throw new UnmergeableFile("has the entry " + name + " in another form than a table of its own");
        }
        return rest.append(text.substring(written)).toString();
    }

    private boolean isOurs(String text, int header) throws UnmergeableFile {
        int lineEnd = text.indexOf('\n', header);
        JsonNode path = tree(text.substring(header, lineEnd < 0 ? text.length() : lineEnd));
        return path.path(section).path(name).isObject();
    }

    /** Behind the last line of the table; comments before the next header are that one's. */
    private static int end(String text, int begin, int next) {
        int end = next;
        while (end > begin) {
            int lineBegin = text.lastIndexOf('\n', end - 2) + 1;
            String line = text.substring(lineBegin, end).strip();
            if (next == text.length() || lineBegin <= begin || !(line.isEmpty() || line.startsWith("#"))) {
                return end;
            }
            end = lineBegin;
        }
        return end;
    }

    /** Everything but the entry must be what it was. */
    private void verify(JsonNode before, String text) throws UnmergeableFile {
        ObjectNode expected = before.deepCopy();
        expected.withObjectProperty(section).set(name, entry);
        if (!tree(text).equals(expected)) {
            throw new UnmergeableFile("cannot be changed without touching something else");
        }
    }

    private static String lineEnd(String text) {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }
}
