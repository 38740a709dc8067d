package io.mnemolite.parsing.facts.manifest;

import io.mnemolite.core.code.CodePath;
import io.mnemolite.core.code.facts.FileFacts;
import io.mnemolite.core.code.facts.Import;
import io.mnemolite.core.code.facts.Manifest;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A {@code Cargo.toml}: the name of its library, and the file that is the root of it. */
final class CargoManifest {

    private static final Pattern SECTION = Pattern.compile("(?m)^\\s*\\[(package|lib)]\\s*\\R((?:(?!\\s*\\[).*\\R?)*)");
    private static final Pattern NAME = Pattern.compile("(?m)^\\s*name\\s*=\\s*[\"']([\\w-]+)[\"']");
    private static final Pattern PATH = Pattern.compile("(?m)^\\s*path\\s*=\\s*[\"']([\\w./-]+)[\"']");

    private CargoManifest() {}

    /** The facts of a file; null when it names no package, as that of a workspace. */
    static @Nullable FileFacts facts(String path, String text) {
        String name = null;
        String root = null;
        Matcher section = SECTION.matcher(text);
        while (section.find()) {
            boolean isLibrary = section.group(1).equals("lib");
            String own = found(NAME, section.group(2));
            name = own != null && (isLibrary || name == null) ? own : name;
            root = isLibrary ? found(PATH, section.group(2)) : root;
        }
        if (name == null) {
            return null;
        }
        String folder = CodePath.folder(path);
        List<Import> places = Stream.of(root == null ? "src/lib.rs" : root)
                .flatMap(place -> CodePath.joined(folder, place).stream())
                .map(place -> ManifestFacts.place("", place.replaceFirst("\\.rs$", "")))
                .toList();
        return ManifestFacts.of("rust", path, text, Manifest.rustCrate(name.replace('-', '_')), places);
    }

    private static @Nullable String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }
}
