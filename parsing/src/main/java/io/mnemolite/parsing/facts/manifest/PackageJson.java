package io.mnemolite.parsing.facts.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.core.code.CodePath;
import io.mnemolite.core.code.facts.FileFacts;
import io.mnemolite.core.code.facts.Import;
import io.mnemolite.core.code.facts.Manifest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@code package.json}: what the package is called, and which files it offers under which names. */
final class PackageJson {

    private static final String WHOLE = ".";
    private static final List<String> MAIN = List.of("source", "types", "typings", "module", "main");
    private static final int DEEPEST = 6;

    private PackageJson() {}

    static @Nullable FileFacts facts(String path, String text) {
        JsonNode json = LenientJson.read(text);
        String name = json.path("name").asText("");
        if (name.isEmpty()) {
            return null;
        }
        String folder = CodePath.folder(path);
        List<Import> places = new ArrayList<>();
        JsonNode exports = json.path("exports");
        boolean hasNames = exports.isObject()
                && exports.fieldNames().hasNext()
                && exports.fieldNames().next().startsWith(WHOLE);
        if (hasNames) {
            exports.properties().forEach(entry -> offer(entry.getKey(), entry.getValue(), folder, places, 0));
        } else {
            offer(WHOLE, exports, folder, places, 0);
        }
        for (String field : MAIN) {
            offer(WHOLE, json.path(field), folder, places, 0);
        }
        return ManifestFacts.of("javascript", path, text, Manifest.scriptPackage(name), places);
    }

    /** What is offered under a name: a file, or one of several by circumstances, in their order. */
    private static void offer(String name, JsonNode value, String folder, List<Import> places, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (value.isTextual()) {
            CodePath.joined(folder, value.asText()).ifPresent(target -> places.add(ManifestFacts.place(name, target)));
        } else {
            value.forEach(choice -> offer(name, choice, folder, places, depth + 1));
        }
    }
}
