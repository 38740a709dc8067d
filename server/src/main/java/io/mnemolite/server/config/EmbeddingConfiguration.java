package io.mnemolite.server.config;

import io.mnemolite.core.embedding.EmbeddingSpace;
import io.mnemolite.server.config.option.Defaults;
import io.mnemolite.server.config.option.Masking;
import io.mnemolite.server.config.option.Option;
import io.mnemolite.server.config.option.OptionGroup;
import io.mnemolite.server.config.option.Secret;
import io.mnemolite.server.config.option.Settings;
import io.mnemolite.server.config.option.ValueType;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How texts become vectors.
 *
 * @param model what embeds them
 * @param dimension the dimension that was asked for, 1..4096; null: the model's own. Whether a real model has it only
 *     the loaded model can tell
 * @param autoGenerate whether an event without a vector gets one from its text
 * @param failStrategy what happens to an event whose text cannot be embedded
 * @param sourceFields the members of an event's content that may hold its text, in order of preference
 * @param threads texts that are embedded at a time
 */
public record EmbeddingConfiguration(
        EmbeddingModel model,
        @Nullable Integer dimension,
        boolean autoGenerate,
        FailStrategy failStrategy,
        List<String> sourceFields,
        int threads) {

    /** Whether a model runs at all. */
    enum Mode {
        REAL,
        MOCK
    }

    /** What happens to an event whose text cannot be embedded. */
    public enum FailStrategy {
        /** It is stored without a vector, which is filled in later. */
        SOFT,
        /** It is refused. */
        HARD
    }

    private static final Option<Mode> MODE = Option.of(
                    "embedding.mode",
                    ValueType.choice(Mode.class),
                    Defaults.everywhere("real"),
                    "Whether a model embeds, or mock vectors are made from a hash of the text.")
            .environment("EMBEDDING_MODE");
    private static final Option<String> MODEL = Option.of(
                    "embedding.model",
                    ValueType.text(),
                    Defaults.everywhere(EmbeddingModel.BuiltIn.NAME),
                    "The built-in " + EmbeddingModel.BuiltIn.NAME + ", a directory with an ONNX model, or the address"
                            + " of an OpenAI-compatible endpoint such as http://127.0.0.1:11434/v1.")
            .environment("EMBEDDING_MODEL")
            .masked(Masking.PASSWORD);
    private static final Option<String> HTTP_MODEL = Option.of(
            "embedding.http.model",
            ValueType.text(),
            Defaults.none(),
            "The name by which the endpoint knows the model; needed with an endpoint.");
    private static final Option<Secret> HTTP_API_KEY = Option.of(
                    "embedding.http.api-key",
                    ValueType.secret(),
                    Defaults.none(),
                    "The key that the endpoint wants to be shown as Authorization: Bearer.")
            .masked(Masking.WHOLE);
    private static final Option<Duration> HTTP_TIMEOUT = Option.of(
            "embedding.http.timeout",
            ValueType.duration("s", "10ms", "10m"),
            Defaults.everywhere("30s"),
            "How long one call of the endpoint may take.");
    private static final Option<Integer> DIMENSION = Option.of(
                    "embedding.dimension",
                    ValueType.integer(1, EmbeddingSpace.MAX_DIMENSION),
                    Defaults.none(),
                    "Numbers in a vector: sets it in mode mock (not set: " + EmbeddingModel.Mock.DEFAULT_DIMENSION
                            + "), must be the model's own in mode real.")
            .environment("EMBEDDING_DIMENSION");
    private static final Option<Boolean> AUTO_GENERATE = Option.of(
                    "embedding.auto-generate",
                    ValueType.bool(),
                    Defaults.everywhere("true"),
                    "Whether an event that comes without a vector gets one from its text.")
            .environment("EMBEDDING_AUTO_GENERATE");
    private static final Option<FailStrategy> FAIL_STRATEGY = Option.of(
                    "embedding.fail-strategy",
                    ValueType.choice(FailStrategy.class),
                    Defaults.everywhere("soft"),
                    "When a text cannot be embedded: soft stores the event and adds the vector later, hard refuses.")
            .environment("EMBEDDING_FAIL_STRATEGY");
    private static final Option<List<String>> SOURCE_FIELDS = Option.of(
                    "embedding.source-fields",
                    ValueType.list(),
                    Defaults.everywhere("text,body,message,content,title"),
                    "The members of an event's content that may hold its text; the first that does is embedded.")
            .environment("EMBEDDING_SOURCE_FIELDS");
    private static final Option<Integer> THREADS = Option.of(
            "embedding.threads",
            ValueType.of("NUMBER", "a whole number from 1 to 1024, or cores", EmbeddingConfiguration::threads),
            Defaults.everywhere("cores"),
            "Texts that are embedded at a time; cores is as many as this machine has.");

    static final OptionGroup OPTIONS = new OptionGroup(
            "Embedding",
            List.of(
                    MODE,
                    MODEL,
                    HTTP_MODEL,
                    HTTP_API_KEY,
                    HTTP_TIMEOUT,
                    DIMENSION,
                    AUTO_GENERATE,
                    FAIL_STRATEGY,
                    SOURCE_FIELDS,
                    THREADS));

    public EmbeddingConfiguration {
        sourceFields = List.copyOf(sourceFields);
    }

    static EmbeddingConfiguration read(Settings settings, Path userHome) {
        Optional<Integer> dimension = settings.find(DIMENSION);
        EmbeddingModel model = switch (settings.get(MODE)) {
            case MOCK -> new EmbeddingModel.Mock(dimension.orElse(EmbeddingModel.Mock.DEFAULT_DIMENSION));
            case REAL -> real(settings, userHome);
        };
        return new EmbeddingConfiguration(
                model,
                dimension.orElse(null),
                settings.get(AUTO_GENERATE),
                settings.get(FAIL_STRATEGY),
                settings.get(SOURCE_FIELDS),
                settings.get(THREADS));
    }

    private static EmbeddingModel real(Settings settings, Path userHome) {
        String model = settings.get(MODEL);
        if (model.equalsIgnoreCase(EmbeddingModel.BuiltIn.NAME)) {
            return new EmbeddingModel.BuiltIn();
        }
        Optional<EmbeddingModel> found = model.matches("(?i)https?://.*")
                ? endpoint(model, settings)
                : directory(model, userHome).map(EmbeddingModel.Directory::new);
        if (found.isEmpty()) {
            settings.refuse(
                    MODEL,
                    "that is neither the built-in " + EmbeddingModel.BuiltIn.NAME + ", nor a directory that exists, nor"
                            + " the address of an endpoint without user and password. Name one of these, or leave it"
                            + " out for the built-in one.");
        }
        return found.orElseGet(EmbeddingModel.BuiltIn::new);
    }

    private static Optional<EmbeddingModel> endpoint(String address, Settings settings) {
        Optional<String> name = settings.find(HTTP_MODEL);
        if (name.isEmpty()) {
            settings.problem(
                    "embedding.http.model is not set, but embedding.model is an endpoint: set it to the name by"
                            + " which the endpoint knows the model.");
        }
        try {
            URI base = new URI(address.replaceFirst("/+$", ""));
            return base.getHost() == null || base.getRawUserInfo() != null
                    ? Optional.empty()
                    : Optional.of(new EmbeddingModel.Endpoint(
                            base,
                            name.orElse(""),
                            settings.find(HTTP_API_KEY).orElse(null),
                            settings.get(HTTP_TIMEOUT)));
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }

    private static Optional<Path> directory(String model, Path userHome) {
        try {
            return Optional.of(StorageConfiguration.expand(Path.of(model), userHome))
                    .filter(Files::isDirectory);
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> threads(String text) {
        return text.equalsIgnoreCase("cores")
                ? Optional.of(Runtime.getRuntime().availableProcessors())
                : ValueType.integer(1, 1_024).parse(text);
    }
}
