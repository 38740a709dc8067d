package io.mnemolite.server.config;

import io.mnemolite.server.config.option.CommandLine;
import io.mnemolite.server.config.option.EnvironmentVariables;
import io.mnemolite.server.config.option.Option;
import io.mnemolite.server.config.option.OptionCatalog;
import io.mnemolite.server.config.option.PropertiesFile;
import io.mnemolite.server.config.option.Settings;
import io.mnemolite.server.config.option.Source;
import io.mnemolite.server.config.option.Source.Setting;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that can be configured, read and checked once at the start.
 *
 * <p>The command line counts most, then the environment, then the properties file, then the defaults of the profile.
 */
public final class Configuration {

    /** Every option there is. */
    static final OptionCatalog OPTIONS = new OptionCatalog(List.of(
            ServerProfile.OPTIONS,
            StorageConfiguration.OPTIONS,
            HttpConfiguration.OPTIONS,
            PoolConfiguration.OPTIONS,
            CacheConfiguration.OPTIONS,
            EmbeddingConfiguration.OPTIONS,
            SecretsConfiguration.OPTIONS,
            IndexConfiguration.OPTIONS,
            AgentConfiguration.OPTIONS,
            ObservabilityConfiguration.OPTIONS));

    static final String FILE_NAME = "mnemolite.properties";
    static final String TEST_DATABASE_URL = "TEST_DATABASE_URL";

    private final ServerProfile profile;
    private final StorageConfiguration storage;
    private final HttpConfiguration http;
    private final PoolConfiguration pool;
    private final CacheConfiguration cache;
    private final EmbeddingConfiguration embedding;
    private final SecretsConfiguration secrets;
    private final IndexConfiguration index;
    private final AgentConfiguration agents;
    private final ObservabilityConfiguration observability;
    private final List<EffectiveValue> effective;

    private Configuration(ServerProfile profile, Settings settings, Path userHome) {
        this.profile = profile;
        this.storage = StorageConfiguration.read(settings, userHome);
        this.http = HttpConfiguration.read(settings);
        this.pool = PoolConfiguration.read(settings);
        this.cache = CacheConfiguration.read(settings);
        this.embedding = EmbeddingConfiguration.read(settings, userHome);
        this.secrets = SecretsConfiguration.read(settings);
        this.index = IndexConfiguration.read(settings);
        this.agents = AgentConfiguration.read(settings, userHome, http);
        this.observability = ObservabilityConfiguration.read(settings);
        this.effective = OPTIONS.options().stream()
                .map(option -> effective(option, settings.setting(option)))
                .toList();
    }

    /**
     * As {@link #load(List, Map, Path)} with the home directory of the user who runs this process: {@code HOME} as the
     * shell and the launcher read it, for {@code user.home} comes from the user database and may be another.
     */
    public static Configuration load(List<String> arguments, Map<String, String> environment) {
        String home = environment.getOrDefault("HOME", "");
        return load(
                arguments,
                environment,
                Path.of(home.isBlank() ? System.getProperty("user.home", ".") : home)
                        .toAbsolutePath());
    }

    /**
     * Reads the configuration from all its sources.
     *
     * @param arguments the options of the command line, without a verb
     * @param environment the environment of the process
     * @param userHome what {@code ~} stands for
     * @throws ConfigurationException with everything that is wrong
     */
    public static Configuration load(List<String> arguments, Map<String, String> environment, Path userHome) {
        Collection<String> problems = new LinkedHashSet<>();
        CommandLine commandLine = new CommandLine(arguments, OPTIONS, problems);
        EnvironmentVariables variables = new EnvironmentVariables(environment);
        variables.reportUnknown(OPTIONS, ConfigurationReference.LAUNCHER_VARIABLES.keySet(), problems);

        List<Source> sources = new ArrayList<>(List.of(commandLine, variables));
        file(commandLine, settings(sources, ServerProfile.DEVELOPMENT, problems), userHome, problems)
                .ifPresent(sources::add);
        ServerProfile profile =
                settings(sources, ServerProfile.DEVELOPMENT, problems).get(ServerProfile.PROFILE);
        if (profile != ServerProfile.TEST) {
            sources.set(1, withoutTestDatabase(environment));
        }

        Configuration configuration = new Configuration(profile, settings(sources, profile, problems), userHome);
        if (!problems.isEmpty()) {
            throw new ConfigurationException(List.copyOf(problems));
        }
        return configuration;
    }

    /** Whether the arguments ask for {@link #help()} rather than for a start. */
    public static boolean asksForHelp(List<String> arguments) {
        return CommandLine.asksForHelp(arguments);
    }

    /** What {@code --help} prints. */
    public static String help() {
        return ConfigurationReference.help(OPTIONS);
    }

    public ServerProfile profile() {
        return profile;
    }

    public StorageConfiguration storage() {
        return storage;
    }

    public HttpConfiguration http() {
        return http;
    }

    public PoolConfiguration pool() {
        return pool;
    }

    public CacheConfiguration cache() {
        return cache;
    }

    public EmbeddingConfiguration embedding() {
        return embedding;
    }

    public SecretsConfiguration secrets() {
        return secrets;
    }

    public IndexConfiguration index() {
        return index;
    }

    public AgentConfiguration agents() {
        return agents;
    }

    public ObservabilityConfiguration observability() {
        return observability;
    }

    /** Every option with the value that counts, secrets masked, in the order of the reference. */
    public List<EffectiveValue> effective() {
        return effective;
    }

    private static Settings settings(List<Source> sources, ServerProfile profile, Collection<String> problems) {
        return new Settings(sources, profile::defaultOf, problems);
    }

    /** The file of {@code --config}, or the one in the home directory if it exists. */
    private static Optional<PropertiesFile> file(
            CommandLine commandLine, Settings settings, Path userHome, Collection<String> problems) {
        Path home = StorageConfiguration.expand(settings.get(StorageConfiguration.HOME), userHome);
        Optional<Path> named = commandLine.file().flatMap(text -> path(text, problems));
        Optional<Path> path = named.map(file -> StorageConfiguration.expand(file, userHome))
                .or(() -> Optional.of(home.resolve(FILE_NAME)).filter(Files::exists));
        Optional<PropertiesFile> file = path.map(found -> PropertiesFile.read(found, problems));
        file.ifPresent(found -> found.reportUnknown(OPTIONS, problems));
        if (named.isEmpty()) {
            file.flatMap(found -> found.find(StorageConfiguration.HOME))
                    .ifPresent(setting -> problems.add("The key home in " + setting.origin() + " cannot move the"
                            + " directory that the file lies in: remove it, and use --home or MNEMOLITE_HOME."));
        }
        return file;
    }

    private static Optional<Path> path(String text, Collection<String> problems) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException noPath) {
            problems.add("--config cannot be \"" + text + "\": give the path of a properties file.");
            return Optional.empty();
        }
    }

    private static EnvironmentVariables withoutTestDatabase(Map<String, String> environment) {
        Map<String, String> rest = new HashMap<>(environment);
        rest.remove(TEST_DATABASE_URL);
        return new EnvironmentVariables(rest);
    }

    private static EffectiveValue effective(Option<?> option, Optional<Setting> setting) {
        return setting.map(found ->
                        new EffectiveValue(option.key(), option.masking().apply(found.text()), found.origin()))
                .orElseGet(() -> new EffectiveValue(option.key(), "", "not set"));
    }
}
