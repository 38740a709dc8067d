package io.mnemolite.parsing.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Repositories whose lines say what they call, a feature of Python each. */
class AnnotatedPythonTest {

    private static final Path CASES = Path.of("src/test/resources/python-calls");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "imports",
                "inheritance",
                "decorators",
                "closures",
                "attributes",
                "dataclasses",
                "types",
                "dynamic"
            })
    void edges_areThoseThatTheLinesName(String feature) throws IOException {
        Path root = CASES.resolve(feature);
        List<Path> files;
        try (Stream<Path> all = Files.walk(root)) {
            files = all.filter(file -> file.toString().endsWith(".py")).sorted().toList();
        }
        assertThat(files).isNotEmpty();
        Sources sources = new Sources("python");
        for (Path file : files) {
            sources.with(path(root, file), Files.readString(file));
        }
        List<String> expected = new ArrayList<>();
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            String path = path(root, file);
            expected.addAll(expected(path, Files.readAllLines(file)));
            sources.calls(path).stream()
                    .filter(line -> line.matches(".* -> [\\w.]+(\\(.*\\))?"))
                    .map(line -> path + ":" + line.replaceFirst(" .* -> ", " ").replaceFirst("\\(.*", ""))
                    .forEach(found::add);
        }
        assertThat(new TreeSet<>(found)).containsExactlyInAnyOrderElementsOf(new TreeSet<>(expected));
    }

    private static String path(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private static List<String> expected(String path, List<String> lines) {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String[] parts = lines.get(i).split("#> ", 2);
            if (parts.length == 2) {
                for (String target : parts[1].split("#!", 2)[0].split(",", -1)) {
                    expected.add(path + ":" + (i + 1) + " " + target.strip());
                }
            }
        }
        return expected;
    }
}
