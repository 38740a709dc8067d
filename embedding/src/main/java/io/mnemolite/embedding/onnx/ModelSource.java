package io.mnemolite.embedding.onnx;

import io.mnemolite.core.embedding.EmbeddingSpace;
import java.util.Optional;

/** Where a model comes from. */
sealed interface ModelSource permits BuiltInModel, ModelDirectory {

    /** The space of the model when it is known without reading a file. */
    Optional<EmbeddingSpace> knownSpace();

    /** The files, ready to be loaded. */
    ModelFiles files();

    /** The model's identity, the same for the same files. */
    String identity(ModelFiles files);
}
