package io.mnemolite.parsing.facts.general;

import io.mnemolite.core.code.facts.TypeRef;
import java.util.ArrayList;
import java.util.List;

/** Types as text, as types: names, arguments in {@code <…>} or {@code […]}, unions, pointers. */
final class WrittenTypes {

    private static final int LONGEST = 300;
    private static final int DEEPEST = 10;

    private final String text;
    private int at;

    private WrittenTypes(String text) {
        this.text = text;
    }

    /** {@link TypeRef#UNKNOWN} of what cannot be read. */
    static TypeRef of(String written) {
        String text = written.strip();
        while (text.startsWith(":") || text.startsWith("->") || text.startsWith("\"") || text.startsWith("'")) {
            text = text.substring(text.startsWith("->") ? 2 : 1).strip();
        }
        if (text.length() > LONGEST || text.isEmpty()) {
            return TypeRef.UNKNOWN;
        }
        return new WrittenTypes(text).union(0);
    }

    private TypeRef union(int depth) {
        List<TypeRef> alternatives = new ArrayList<>();
        do {
            alternatives.add(one(depth));
            space();
        } while (skip('|'));
        return TypeRef.unionOf(alternatives);
    }

    private TypeRef one(int depth) {
        space();
        while (skip('*') || skip('&')) {
            space();
        }
        int start = at;
        if (text.startsWith("[]", at)) {
            at += 2;
            return new TypeRef("[]", List.of(one(depth + 1)));
        }
        while (at < text.length() && (Character.isJavaIdentifierPart(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        String name = text.substring(start, at);
        if (name.isEmpty() || depth > DEEPEST) {
            at = text.length();
            return TypeRef.UNKNOWN;
        }
        TypeRef type = TypeRef.of(name);
        if (skip('<') || (at < text.length() && text.charAt(at) == '[' && !text.startsWith("[]", at) && skip('['))) {
            List<TypeRef> arguments = new ArrayList<>();
            do {
                arguments.add(union(depth + 1));
                space();
            } while (skip(','));
            if (!skip('>') && !skip(']')) {
                return type;
            }
            type = new TypeRef(name, arguments);
        }
        while (text.startsWith("[]", at)) {
            at += 2;
            type = TypeRef.arrayOf(type);
        }
        skip('?');
        return type;
    }

    private void space() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean skip(char expected) {
        if (at < text.length() && text.charAt(at) == expected) {
            at++;
            return true;
        }
        return false;
    }
}
