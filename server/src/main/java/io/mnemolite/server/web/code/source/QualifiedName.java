package io.mnemolite.server.web.code.source;

import io.mnemolite.core.code.graph.CodeSymbol;
import io.mnemolite.server.web.text.ShownText;

/**
 * The name of a symbol in parts: those that say where it belongs, those that people call it by, and its parameters.
 *
 * @param prefix such as {@code java.util.}; may be empty
 * @param name such as {@code HashMap.resize}
 * @param signature such as {@code (Object, int)}; empty for what cannot be called
 */
public record QualifiedName(ShownText prefix, ShownText name, ShownText signature) {

    private static final int LONGEST = 400;

    public static QualifiedName of(CodeSymbol symbol) {
        String whole = symbol.qualifiedName();
        int last = whole.lastIndexOf('.');
        int cut = last <= 0 || symbol.kind().isType() ? last + 1 : whole.lastIndexOf('.', last - 1) + 1;
        return new QualifiedName(
                ShownText.beginning(whole.substring(0, cut), LONGEST),
                ShownText.beginning(whole.substring(cut), LONGEST),
                ShownText.beginning(
                        symbol.kind().isCallable() ? "(" + symbol.signature().replaceAll(",\\s*", ", ") + ")" : "",
                        LONGEST));
    }
}
