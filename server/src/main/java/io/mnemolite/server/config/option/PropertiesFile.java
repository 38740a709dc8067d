package io.mnemolite.server.config.option;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.Properties;

/** A properties file in UTF-8, keys as in {@link Option#key()}; an empty value counts as unset. */
public final class PropertiesFile implements Source {

    private final Path path;
    private final Properties properties;

    private PropertiesFile(Path path, Properties properties) {
        this.path = path;
        this.properties = properties;
    }

    /** Reads the file at {@code path}; what cannot be read becomes a sentence in {@code problems}. */
    public static PropertiesFile read(Path path, Collection<String> problems) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(path)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            problems.add("The configuration file " + path + " cannot be read (" + unreadable
                    + "): make it a readable properties file in UTF-8.");
        }
        return new PropertiesFile(path, properties);
    }

    @Override
    public Optional<Setting> find(Option<?> option) {
        return Optional.ofNullable(properties.getProperty(option.key()))
                .filter(text -> !text.isBlank())
                .map(text -> new Setting(text.strip(), path.toString()));
    }

    /** Reports every key that means nothing. */
    public void reportUnknown(OptionCatalog catalog, Collection<String> problems) {
        properties.stringPropertyNames().stream()
                .sorted()
                .filter(key -> !catalog.keys().contains(key))
                .forEach(key -> problems.add("The key " + key + " in " + path + " does not exist"
                        + NearestName.among(catalog.keys(), key)
                                .map(nearest -> ": did you mean " + nearest + "?")
                                .orElse(": remove it, or see --help for those that do.")));
    }
}
