package io.mnemolite.cli.connect;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.cli.api.Json;
import io.mnemolite.cli.connect.Merged.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Puts an entry into a section of a JSON text, with or without comments; everything else stays letter by letter. */
final class JsonMerge {

    private static final String MARK = "\uFEFF";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String section;
    private final String name;
    private final ObjectNode entry;

    /** @param section the key of the object that holds the entry under its name */
    JsonMerge(String section, String name, ObjectNode entry) {
        this.section = section;
        this.name = name;
        this.entry = entry;
    }

    /** The section with nothing but the entry, as a file of its own. */
    String snippet() {
        return printed(document(), "  ", "", "\n");
    }

    private ObjectNode document() {
        ObjectNode document = Json.object();
        document.putObject(section).set(name, entry);
        return document;
    }

    Merged into(String text) throws UnmergeableFile {
        if (text.isBlank()) {
            return new Merged(snippet() + "\n", Outcome.ADDED);
        }
        if (text.startsWith(MARK)) {
            Merged merged = into(text.substring(1));
            return new Merged(MARK + merged.text(), merged.outcome());
        }
        try {
            JsonNode before = JsonPlaces.tree(text);
            Merged merged = merged(text, before);
            verify(before, JsonPlaces.tree(merged.text()));
            return merged;
        } catch (IOException e) {
            throw new UnmergeableFile("is not valid JSON (" + firstLine(e) + ")");
        }
    }

    private Merged merged(String text, JsonNode before) throws IOException, UnmergeableFile {
        if (!before.isObject()) {
            throw new UnmergeableFile("holds no JSON object");
        }
        JsonNode known = before.path(section);
        if (!known.isMissingNode() && !known.isObject()) {
            throw new UnmergeableFile("has a \"" + section + "\" that is no object");
        }
        if (known.path(name).equals(entry)) {
            return new Merged(text, Outcome.UNCHANGED);
        }
        JsonPlaces places = JsonPlaces.of(text);
        if (known.has(name)) {
            return new Merged(replaced(text, places.at(section, name)), Outcome.REPLACED);
        }
        JsonPlaces.Place place = places.at(section);
        String added = place == null
                ? added(text, place(places.at()), section, document().path(section))
                : added(text, place, name, entry);
        return new Merged(added, Outcome.ADDED);
    }

    private static JsonPlaces.Place place(JsonPlaces.@Nullable Place place) throws UnmergeableFile {
        if (place == null) {
            throw new UnmergeableFile("has no place where an object was expected");
        }
        return place;
    }

    private String replaced(String text, JsonPlaces.@Nullable Place known) throws UnmergeableFile {
        JsonPlaces.Place place = place(known);
        String lead = indentation(text, place.begin());
        return text.substring(0, place.begin())
                + printed(entry, unit(text), lead, lineEnd(text))
                + text.substring(place.end());
    }

    /** Behind the last member and the comments that follow it. */
    private static String added(String text, JsonPlaces.Place place, String key, JsonNode value) {
        String lineEnd = lineEnd(text);
        String unit = unit(text);
        int brace = place.end() - 1;
        String outer = indentation(text, place.begin());
        String inner = outer + unit;
        int last = place.lastValueEnd();
        boolean comma = last < 0 || JsonComments.hasComma(text.substring(last, brace));
        int end = brace;
        while (Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        StringBuilder merged = new StringBuilder();
        if (comma) {
            merged.append(text, 0, end);
        } else {
            merged.append(text, 0, last).append(',').append(text, last, end);
        }
        merged.append(lineEnd)
                .append(inner)
                .append(Json.print(Json.object().textNode(key)))
                .append(": ")
                .append(printed(value, unit, inner, lineEnd));
        if (comma && last >= 0) {
            merged.append(',');
        }
        String gap = text.substring(end, brace);
        return merged.append(gap.contains("\n") ? gap : lineEnd + outer)
                .append(text.substring(brace))
                .toString();
    }

    /** Everything but the entry must be what it was. */
    private void verify(JsonNode before, JsonNode after) throws UnmergeableFile {
        ObjectNode expected = before.deepCopy();
        expected.withObjectProperty(section).set(name, entry);
        if (!after.equals(expected)) {
            throw new UnmergeableFile("cannot be changed without touching something else");
        }
    }

    private static String printed(JsonNode value, String unit, String lead, String lineEnd) {
        DefaultIndenter indenter = new DefaultIndenter(unit, "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(indenter);
        try {
            return MAPPER.writer(printer).writeValueAsString(value).replace("\n", lineEnd + lead);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The white space at the begin of the line of a position. */
    private static String indentation(String text, int position) {
        int begin = text.lastIndexOf('\n', position - 1) + 1;
        int end = begin;
        while (end < position && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return text.substring(begin, end);
    }

    /** By how much the file indents: the first indentation there is. */
    private static String unit(String text) {
        return text.lines()
                .filter(line -> line.startsWith(" ") || line.startsWith("\t"))
                .map(line -> indentation(line, line.length()))
                .filter(indentation -> !indentation.isEmpty())
                .findFirst()
                .orElse("  ");
    }

    private static String lineEnd(String text) {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }

    private static String firstLine(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
