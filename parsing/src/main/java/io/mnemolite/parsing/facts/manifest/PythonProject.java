package io.mnemolite.parsing.facts.manifest;

import io.mnemolite.core.code.CodePath;
import io.mnemolite.core.code.facts.FileFacts;
import io.mnemolite.core.code.facts.Import;
import io.mnemolite.core.code.facts.Manifest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A {@code pyproject.toml}: the folders in which the packages of the project lie. */
final class PythonProject {

    /** Folders that build tools look into unasked. */
    private static final List<String> USUAL = List.of("", "src", "lib", "python");

    /** As setuptools, Poetry and PDM write it. */
    private static final Pattern WRITTEN = Pattern.compile(
            "(?m)^\\s*(where|package-dir)\\s*=\\s*[\\[{]?([^\\]}\\n]*)|\\bfrom\\s*=\\s*(\"[^\"]+\"|'[^']+')");

    private static final Pattern STRING = Pattern.compile("[\"']([\\w./-]+)[\"']");

    private PythonProject() {}

    static FileFacts facts(String path, String text) {
        String folder = CodePath.folder(path);
        Set<String> roots = new LinkedHashSet<>();
        Matcher written = WRITTEN.matcher(text);
        while (written.find()) {
            Matcher string = STRING.matcher(written.group(3) == null ? written.group(2) : written.group(3));
            while (string.find()) {
                roots.add(string.group(1));
            }
        }
        roots.addAll(USUAL);
        List<Import> places = roots.stream()
                .flatMap(root -> CodePath.joined(folder, root).stream())
                .map(root -> ManifestFacts.place("", root.replace('/', '.')))
                .distinct()
                .toList();
        return ManifestFacts.of("python", path, text, Manifest.PYTHON_PROJECT, places);
    }
}
