package io.mnemolite.server.config;

import static java.util.stream.Collectors.joining;

import io.mnemolite.server.config.option.Option;
import io.mnemolite.server.config.option.OptionCatalog;
import io.mnemolite.server.config.option.OptionGroup;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/** All options as text: for a terminal, and as the page {@code docs/reference/configuration.md}. */
final class ConfigurationReference {

    /** Variables that begin like ours but are read by the launcher or the command line, never by the server. */
    static final SequencedMap<String, String> LAUNCHER_VARIABLES =
            Collections.unmodifiableSequencedMap(new TreeMap<>(Map.of(
                    "MNEMOLITE_CLASS_CACHE",
                            "false keeps the launcher from making and using the JDK's cache of loaded classes.",
                    "MNEMOLITE_DEPLOYMENT", "The directory that mnemolite deploy works at.",
                    "MNEMOLITE_HEAP", "The most memory that the launcher lets the server's heap take.",
                    "MNEMOLITE_JAVA_OPTIONS", "Further options that the launcher gives to the JVM.",
                    "MNEMOLITE_JRE_IS_ENOUGH", "Lets the launcher take a Java runtime that has no compiler.",
                    "MNEMOLITE_URL", "The server that the command line talks to.")));

    private ConfigurationReference() {}

    static String help(OptionCatalog catalog) {
        return """
                Usage: mnemolite serve [--OPTION=VALUE | --OPTION VALUE]...

                The command line counts most, then the environment, then %s in the home
                directory (or --config FILE), then the defaults of the profile. An empty value counts as unset.

                  --config=FILE
                      The properties file, instead of the one in the home directory.
                  --help, -h
                      Prints this text.
                """.formatted(Configuration.FILE_NAME)
                + catalog.groups().stream()
                        .map(ConfigurationReference::helpGroup)
                        .collect(joining());
    }

    private static String helpGroup(OptionGroup group) {
        return "\n" + group.title() + "\n"
                + group.options().stream()
                        .map(ConfigurationReference::helpOption)
                        .collect(joining());
    }

    private static String helpOption(Option<?> option) {
        String names = option.commandLineNames().stream()
                .map(name -> "--" + name + "=" + option.type().name())
                .collect(joining(", "));
        return "  %s%n      %s%n      Default: %s. Environment: %s%n"
                .formatted(names, option.sentence(), defaultOf(option), String.join(", ", option.environmentNames()))
                .replace(System.lineSeparator(), "\n");
    }

    static String markdown(OptionCatalog catalog) {
        return """
                # Configuration

                This page is generated from the options' declarations; this rewrites it:

                    ./mvnw -pl server -am test -Dtest=ConfigurationReferenceTest \\
                        -Dsurefire.failIfNoSpecifiedTests=false -Dmnemolite.update-docs=true

                The first source that names a value counts: the command line (`--pool.size=30` or `--pool.size 30`),
                the environment (`MNEMOLITE_POOL_SIZE=30`), the properties file (`pool.size=30`), the profile's default.
                The file is `%s` in the home directory, or the one that `--config FILE` names.
                An empty value counts as unset. A name that does not exist, or a value that makes no sense, stops the
                start with exit code %d; all errors are printed together.
                """.formatted(Configuration.FILE_NAME, ConfigurationException.EXIT_CODE)
                + catalog.groups().stream()
                        .map(ConfigurationReference::markdownGroup)
                        .collect(joining())
                + """

                ## Variables of the launcher and the command line

                The server ignores these, and the addresses that Kubernetes and Docker put into the environment for a
                service called `mnemolite` or `api` (`MNEMOLITE_PORT=tcp://…`). Any other variable that begins with
                `MNEMOLITE_` and stands nowhere on this page stops its start.

                """
                + LAUNCHER_VARIABLES.entrySet().stream()
                        .map(variable -> "- `" + variable.getKey() + "`: " + variable.getValue() + "\n")
                        .collect(joining());
    }

    private static String markdownGroup(OptionGroup group) {
        return "\n## " + group.title()
                + "\n\n| Option | Takes | Default | Environment | Meaning |\n|---|---|---|---|---|\n"
                + group.options().stream()
                        .map(ConfigurationReference::markdownRow)
                        .collect(joining());
    }

    private static String markdownRow(Option<?> option) {
        String names = code(
                option.shortName() == null ? List.of(option.key()) : List.of(option.key(), "--" + option.shortName()));
        return "| %s | %s | %s | %s | %s%s |\n"
                .formatted(
                        names,
                        option.type().accepts(),
                        defaultOf(option),
                        code(option.environmentNames()),
                        option.sentence(),
                        secrecy(option));
    }

    private static String code(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(joining(", "));
    }

    private static String defaultOf(Option<?> option) {
        return option.defaults().described();
    }

    private static String secrecy(Option<?> option) {
        return switch (option.masking()) {
            case NONE -> "";
            case PASSWORD -> " A password in it is never shown.";
            case WHOLE -> " It is never shown.";
        };
    }
}
