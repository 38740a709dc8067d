package io.mnemolite.parsing.facts.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.core.code.CodePath;
import io.mnemolite.core.code.facts.FileFacts;
import io.mnemolite.core.code.facts.Import;
import io.mnemolite.core.code.facts.Manifest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@code tsconfig.json} or {@code jsconfig.json}: what it maps names of modules to, and which others it extends. */
final class ScriptPaths {

    private ScriptPaths() {}

    static @Nullable FileFacts facts(String path, String text) {
        JsonNode json = LenientJson.read(text);
        if (!json.isObject()) {
            return null;
        }
        String folder = CodePath.folder(path);
        List<Import> places = new ArrayList<>();
        JsonNode options = json.path("compilerOptions");
        JsonNode base = options.path("baseUrl");
        String from = CodePath.joined(folder, base.asText("")).orElse(folder);
        options.path("paths")
                .properties()
                .forEach(entry -> entry.getValue()
                        .forEach(target -> CodePath.joined(from, target.asText())
                                .ifPresent(joined -> places.add(ManifestFacts.place(entry.getKey(), joined)))));
        if (base.isTextual()) {
            places.add(ManifestFacts.place("*", from.isEmpty() ? "*" : from + "/*"));
        }
        JsonNode extended = json.path("extends");
        if (extended.isTextual()) {
            extend(extended.asText(), folder, places);
        } else {
            extended.forEach(one -> extend(one.asText(), folder, places));
        }
        return ManifestFacts.of("typescript", path, text, Manifest.scriptPaths(path), places);
    }

    private static void extend(String written, String folder, List<Import> places) {
        if (written.startsWith(".")) {
            CodePath.joined(folder, written.endsWith(".json") ? written : written + ".json")
                    .ifPresent(file -> places.add(new Import(Import.Kind.RE_EXPORT_ALL, file, "", "", 0, 1)));
        }
    }
}
