package io.mnemolite.embedding.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A loaded network and its tokenizer: one text in, one vector of length 1 out. Texts go through one by one: the 8-bit
 * models choose their scale by all they see at once, so that a text's vector would depend on its neighbours in a batch,
 * and padding makes batches no faster on a CPU. Safe for concurrent calls until it is closed.
 */
final class OnnxModel implements AutoCloseable {

    private static final String IDS = "input_ids";
    private static final String MASK = "attention_mask";
    private static final String TYPES = "token_type_ids";
    private static final Set<String> KNOWN_INPUTS = Set.of(IDS, MASK, TYPES);

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final @Nullable OrtSession wideSession;
    private final Tokenizer tokenizer;
    private final Pooling pooling;
    private final String output;
    private final int dimension;

    private OnnxModel(
            OrtEnvironment environment,
            OrtSession session,
            @Nullable OrtSession wideSession,
            Tokenizer tokenizer,
            Pooling pooling)
            throws OrtException {
        this.environment = environment;
        this.session = session;
        this.wideSession = wideSession;
        this.tokenizer = tokenizer;
        this.pooling = pooling;
        this.output = output(session);
        this.dimension = run(session, "dimension").length;
    }

    /**
     * Reads the files; {@link NativeLibraries} are loaded.
     *
     * @param threads how many cores work on a long text that comes alone
     */
    static OnnxModel load(ModelFiles files, int threads) {
        try {
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            Tokenizer tokenizer = Tokenizer.read(files.tokenizer(), files.maximumTokens());
            try {
                OrtSession session = open(environment, files, 1);
                try {
                    checkInputs(session);
                    OrtSession wideSession = threads == 1 ? null : open(environment, files, threads);
                    return new OnnxModel(environment, session, wideSession, tokenizer, files.pooling());
                } catch (Throwable e) {
                    session.close();
                    throw e;
                }
            } catch (Throwable e) {
                tokenizer.close();
                throw e;
            }
        } catch (MnemoliteException e) {
            throw e;
        } catch (OrtException | IOException | RuntimeException e) {
            throw new MnemoliteException(
                    ErrorCode.CONFIGURATION,
                    "The embedding model " + files.model() + " and its tokenizer could not be loaded; check that both"
                            + " files are whole and belong together.",
                    e);
        }
    }

    int dimension() {
        return dimension;
    }

    /** The vector of a text, on the calling thread alone: the most texts in a time when there are enough of them. */
    EmbeddingVector embed(String text) {
        return embed(session, text);
    }

    /** The same vector sooner, on several cores: for a long text that comes alone. */
    EmbeddingVector embedWide(String text) {
        return embed(wideSession == null ? session : wideSession, text);
    }

    private EmbeddingVector embed(OrtSession onSession, String text) {
        try {
            return EmbeddingVector.of(unit(run(onSession, text)));
        } catch (OrtException e) {
            throw new MnemoliteException(
                    ErrorCode.UNAVAILABLE,
                    "The embedding model failed on a text of " + text.length() + " characters; try again.",
                    e);
        }
    }

    private float[] run(OrtSession onSession, String text) throws OrtException {
        Tokens tokens = tokenizer.tokenize(text);
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            for (String input : onSession.getInputNames()) {
                inputs.put(input, tensor(input, tokens));
            }
            try (OrtSession.Result result = onSession.run(inputs, Set.of(output))) {
                return pooled((OnnxTensor) result.get(0));
            }
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private OnnxTensor tensor(String input, Tokens tokens) throws OrtException {
        LongBuffer values = switch (input) {
            case IDS -> tokens.ids();
            case MASK -> tokens.attentionMask();
            default -> tokens.typeIds();
        };
        return OnnxTensor.createTensor(environment, values, new long[] {1, values.remaining()});
    }

    private float[] pooled(OnnxTensor tensor) {
        long[] shape = tensor.getInfo().getShape();
        FloatBuffer numbers = tensor.getFloatBuffer();
        int length = (int) shape[shape.length - 1];
        int vectors = shape.length == 2 ? 1 : (int) shape[1];
        return vectors == 1 ? Pooling.FIRST_TOKEN.pool(numbers, 1, length) : pooling.pool(numbers, vectors, length);
    }

    private static float[] unit(float[] vector) {
        double squares = 0;
        for (float number : vector) {
            squares += (double) number * number;
        }
        double length = Math.sqrt(squares);
        if (!(length > 0 && length < Double.POSITIVE_INFINITY)) {
            throw new MnemoliteException(
                    ErrorCode.UNAVAILABLE,
                    "The embedding model gave a vector of length " + length + "; use another model.");
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) (vector[i] / length);
        }
        return vector;
    }

    private static OrtSession open(OrtEnvironment environment, ModelFiles files, int threads) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            // Its threads wait for each other busily within a run, and leave the cores to others between runs.
            options.addConfigEntry("session.force_spinning_stop", "1");
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            // The arena stays on: without it, the C library's heap kept 300 to 850 MB after two threads had embedded
            // texts of 512 tokens, with it the process stayed at 200 MB.
            options.setCPUArenaAllocator(true);
            return environment.createSession(files.model().toString(), options);
        }
    }

    private static void checkInputs(OrtSession session) throws OrtException {
        for (Map.Entry<String, NodeInfo> input : session.getInputInfo().entrySet()) {
            boolean integers = input.getValue().getInfo() instanceof TensorInfo info && info.type == OnnxJavaType.INT64;
            if (!KNOWN_INPUTS.contains(input.getKey()) || !integers) {
                throw new MnemoliteException(
                        ErrorCode.CONFIGURATION,
                        "The embedding model wants an input " + input.getKey() + " of "
                                + input.getValue().getInfo()
                                + "; use one that wants 64-bit input_ids, attention_mask and token_type_ids only.");
            }
        }
    }

    /** The output that holds the token vectors, else the one that is pooled already. */
    private static String output(OrtSession session) throws OrtException {
        Map<String, NodeInfo> outputs = session.getOutputInfo();
        for (String usual : List.of("last_hidden_state", "token_embeddings", "sentence_embedding")) {
            if (outputs.containsKey(usual)) {
                return usual;
            }
        }
        return outputs.keySet().iterator().next();
    }

    /** Frees the native memory; no other call may run or follow. */
    @Override
    public void close() {
        try {
            if (wideSession != null) {
                wideSession.close();
            }
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("The ONNX session could not be closed.", e);
        } finally {
            tokenizer.close();
        }
    }
}
