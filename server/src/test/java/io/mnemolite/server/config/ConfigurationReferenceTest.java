package io.mnemolite.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.server.config.option.Option;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationReferenceTest {

    private static final Path PAGE =
            Path.of(System.getProperty("basedir", "."), "..", "docs", "reference", "configuration.md");

    @Test
    void markdown_isTheCheckedInPage() throws IOException {
        String page = ConfigurationReference.markdown(Configuration.OPTIONS);
        if (Boolean.getBoolean("mnemolite.update-docs")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as("docs/reference/configuration.md; -Dmnemolite.update-docs=true rewrites it")
                .hasContent(page);
    }

    @Test
    void help_namesEveryOption() {
        String help = Configuration.help();
        for (Option<?> option : Configuration.OPTIONS.options()) {
            assertThat(help).contains("--" + option.key() + "=").contains(option.sentence());
            option.environmentNames().forEach(name -> assertThat(help).contains(name));
        }
        assertThat(help.lines().filter(line -> line.length() > 200)).isEmpty();
    }

    @Test
    void asksForHelp_eitherForm() {
        assertThat(Configuration.asksForHelp(List.of("--port", "1", "--help"))).isTrue();
        assertThat(Configuration.asksForHelp(List.of("-h"))).isTrue();
        assertThat(Configuration.asksForHelp(List.of("--port", "1"))).isFalse();
    }

    @Test
    void options_everySentenceIsOne() {
        assertThat(Configuration.OPTIONS.options())
                .allSatisfy(
                        option -> assertThat(option.sentence()).endsWith(".").doesNotContain("|"));
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                ServerProfile.class,
                StorageConfiguration.class,
                HttpConfiguration.class,
                PoolConfiguration.class,
                EmbeddingConfiguration.class,
                IndexConfiguration.class,
                ObservabilityConfiguration.class
            })
    void options_everyDeclaredOneIsInTheCatalog(Class<?> area) throws IllegalAccessException {
        for (Field field : area.getDeclaredFields()) {
            if (field.getType() == Option.class) {
                field.setAccessible(true);
                Option<?> declared = (Option<?>) Objects.requireNonNull(field.get(null));
                assertThat(Configuration.OPTIONS.options()).as(field.getName()).contains(declared);
            }
        }
    }

    @Test
    void options_everyDefaultIsAValue() {
        for (Option<?> option : Configuration.OPTIONS.options()) {
            for (ServerProfile profile : ServerProfile.values()) {
                profile.defaultOf(option)
                        .ifPresent(text -> assertThat(option.type().parse(text.text()))
                                .as(option.key())
                                .isPresent());
            }
        }
    }
}
