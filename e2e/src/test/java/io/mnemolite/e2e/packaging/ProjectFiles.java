package io.mnemolite.e2e.packaging;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files of the project, by paths from its root. */
final class ProjectFiles {

    private static final Path ROOT = Path.of(System.getProperty("mnemolite.project"));
    private static final ObjectMapper YAML = JsonMapper.builder(new YAMLFactory())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private ProjectFiles() {}

    static Path path(String path) {
        return ROOT.resolve(path).normalize();
    }

    static String text(String path) {
        try {
            return Files.readString(path(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one document of a file in YAML or JSON; a key that stands twice fails. */
    static JsonNode tree(String path) {
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(text(path))) {
            List<JsonNode> all = documents.readAll();
            if (all.size() != 1) {
                throw new AssertionError(path + " holds " + all.size() + " documents");
            }
            return all.getFirst();
        } catch (IOException e) {
            throw new AssertionError(path + " is no YAML: " + e.getMessage(), e);
        }
    }

    /** As {@link #tree}, with YAML's anchors and merges resolved. */
    static JsonNode merged(String path) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return YAML.valueToTree(new Yaml(new SafeConstructor(options)).load(text(path)));
    }

    /** Paths of the files in a folder whose names end so, in order. */
    static List<String> in(String folder, String ending) {
        try (Stream<Path> files = Files.list(path(folder))) {
            return files.map(file -> folder + "/" + file.getFileName())
                    .filter(name -> name.endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the product, as the root pom has it. */
    static String version() {
        return first(text("pom.xml"), "(?m)^  <version>(.*)</version>");
    }

    /** Every environment variable that the server or the launcher reads. */
    static Set<String> environmentNames() {
        return all(text("docs/reference/configuration.md"), "`([A-Z][A-Z_]+)`");
    }

    /** The words that a bash script takes as its first argument, off the branches of its last {@code case}. */
    static Set<String> verbs(String script) {
        String text = text(script);
        String branches = text.substring(text.lastIndexOf("\ncase "));
        return all(branches, "(?m)^  ([a-z0-9 |-]+)\\)").stream()
                .flatMap(words -> Stream.of(words.split(" \\| ")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<String> all(String text, String regex) {
        return Pattern.compile(regex)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String first(String text, String regex) {
        return Pattern.compile(regex)
                .matcher(text)
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + regex))
                .group(1);
    }
}
