package io.mnemolite.parsing.facts.general;

import io.mnemolite.core.code.facts.TypeRef;
import java.util.ArrayList;
import java.util.List;

/** Types as text, as types: names, arguments in {@code <…>} or {@code […]}, unions, pointers. */
final class WrittenTypes {

    private static final int LONGEST = 300;
    private static final int DEEPEST = 10;
    private static final List<String> BEFORE = List.of(
            "readonly",
            "unique",
            "asserts",
            "mut",
            "dyn",
            "impl",
            "some",
            "any",
            "const",
            "struct",
            "class",
            "enum",
            "union",
            "typename");

    private final String text;
    private int at;

    private WrittenTypes(String text) {
        this.text = text;
    }

    /** {@link TypeRef#UNKNOWN} of what cannot be read. */
    static TypeRef of(String written) {
        String text = written.strip().replace("::", ".").replace('\\', '.');
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
        while (skip('*') || skip('&') || skip('?')) {
            space();
        }
        if (skip('\'')) {
            // Rust: how long a reference lives.
            while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
                at++;
            }
            space();
        }
        while (skipsWord()) {
            space();
        }
        if (at < text.length() && text.charAt(at) == '(') {
            return function(depth);
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
            if (name.equals("map") && arguments.size() == 1) {
                // Go writes the values behind the keys.
                arguments.add(one(depth + 1));
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

    /** Words that stand before a type and say nothing of what it has. */
    private boolean skipsWord() {
        for (String word : BEFORE) {
            if (word(word)) {
                return true;
            }
        }
        return false;
    }

    private boolean word(String expected) {
        int end = at + expected.length();
        if (text.startsWith(expected, at) && end < text.length() && text.charAt(end) == ' ') {
            at = end;
            return true;
        }
        return false;
    }

    /** What begins with a parenthesis: a function with its parameters, or any type within. */
    private TypeRef function(int depth) {
        int end = closing(at);
        if (end < 0 || depth > DEEPEST) {
            at = text.length();
            return TypeRef.UNKNOWN;
        }
        int arrow = end + 1;
        while (arrow < text.length() && Character.isWhitespace(text.charAt(arrow))) {
            arrow++;
        }
        if (!text.startsWith("=>", arrow)) {
            TypeRef inner = new WrittenTypes(text.substring(at + 1, end)).union(depth + 1);
            at = end + 1;
            while (text.startsWith("[]", at)) {
                at += 2;
                inner = TypeRef.arrayOf(inner);
            }
            return inner;
        }
        List<TypeRef> parts = new ArrayList<>();
        for (String parameter : parameters(text.substring(at + 1, end))) {
            int colon = parameter.indexOf(':');
            if (!parameter.substring(0, Math.max(colon, 0)).strip().equals("this")) {
                parts.add(
                        colon < 0
                                ? TypeRef.UNKNOWN
                                : new WrittenTypes(parameter.substring(colon + 1)).union(depth + 1));
            }
        }
        at = arrow + 2;
        parts.addFirst(union(depth + 1));
        return new TypeRef(TypeRef.FUNCTION, parts);
    }

    /** The offset of the parenthesis that closes the one at an offset; negative when none does. */
    private int closing(int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '(', '[', '{' -> depth++;
                case ')', ']', '}' -> {
                    depth--;
                    if (depth == 0) {
                        return i;
                    }
                }
                default -> {}
            }
        }
        return -1;
    }

    private static List<String> parameters(String list) {
        List<String> parameters = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i <= list.length(); i++) {
            char next = i == list.length() ? ',' : list.charAt(i);
            boolean isArrow = next == '>' && i > 0 && list.charAt(i - 1) == '=';
            if (next == '(' || next == '[' || next == '{' || next == '<') {
                depth++;
            } else if ((next == ')' || next == ']' || next == '}' || next == '>') && !isArrow) {
                depth--;
            } else if (next == ',' && (depth == 0 || i == list.length())) {
                String parameter = list.substring(start, i).strip();
                if (!parameter.isEmpty()) {
                    parameters.add(parameter);
                }
                start = i + 1;
            }
        }
        return parameters;
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
