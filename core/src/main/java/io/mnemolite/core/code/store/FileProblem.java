package io.mnemolite.core.code.store;

import io.mnemolite.core.code.CodePath;
import io.mnemolite.core.code.StorableText;

/**
 * What kept a file, or a part of it, from being indexed.
 *
 * @param path as it was handed in, which need not be one that can be stored
 * @param sentence says what and why
 */
public record FileProblem(String path, String sentence) {

    /** The path in a form that can be stored and shown. */
    public String shownPath() {
        String shown = path.length() <= CodePath.MAX_LENGTH ? path : path.substring(0, CodePath.MAX_LENGTH);
        return StorableText.repaired(shown);
    }
}
