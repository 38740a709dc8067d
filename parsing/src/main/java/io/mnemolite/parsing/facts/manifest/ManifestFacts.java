package io.mnemolite.parsing.facts.manifest;

import io.mnemolite.core.code.Language;
import io.mnemolite.core.code.facts.Definition;
import io.mnemolite.core.code.facts.DefinitionKind;
import io.mnemolite.core.code.facts.FileFacts;
import io.mnemolite.core.code.facts.Import;
import io.mnemolite.core.code.facts.Manifest;
import io.mnemolite.core.code.facts.Scope;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The entry point: the facts of a manifest, told by its file name. */
public final class ManifestFacts {

    private static final Pattern GO_MODULE = Pattern.compile("(?m)^\\s*module\\s+\"?([^\\s\"]+)");
    private static final Pattern SCRIPT_PATHS = Pattern.compile("(ts|js)config([.-][\\w.-]+)?\\.json");

    private ManifestFacts() {}

    /**
     * The facts of a file; null when it is no manifest, or says nothing that helps.
     *
     * @param path within the repository, with {@code /} between its parts
     */
    public static @Nullable FileFacts of(String path, String text) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return switch (name) {
            case "go.mod" -> go(path, text);
            case "package.json" -> PackageJson.facts(path, text);
            case "Cargo.toml" -> CargoManifest.facts(path, text);
            case "pyproject.toml" -> PythonProject.facts(path, text);
            default -> SCRIPT_PATHS.matcher(name).matches() ? ScriptPaths.facts(path, text) : null;
        };
    }

    private static FileFacts go(String path, String text) {
        Matcher matcher = GO_MODULE.matcher(text);
        return of("go", path, text, Manifest.goModule(matcher.find() ? matcher.group(1) : ""), List.of());
    }

    static FileFacts of(String language, String path, String text, String module, List<Import> places) {
        Definition definition = new Definition(
                DefinitionKind.MODULE,
                module,
                module,
                -1,
                0,
                Set.of(),
                List.of(),
                List.of(),
                0,
                0,
                null,
                List.of(),
                1,
                Math.max(1, (int) text.lines().count()));
        Scope scope = new Scope(Scope.Kind.FILE, -1, 0, List.of());
        return new FileFacts(
                new Language(language), path, false, module, places, List.of(definition), List.of(scope), List.of());
    }

    /** A file or folder that a pattern may mean. */
    static Import place(String pattern, String target) {
        return new Import(Import.Kind.SINGLE, target, pattern, "", 0, 1);
    }
}
