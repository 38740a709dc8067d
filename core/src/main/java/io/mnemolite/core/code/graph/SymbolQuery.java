package io.mnemolite.core.code.graph;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a symbol is looked for.
 *
 * @param repository null looks in all
 * @param name a simple name, the end of a qualified one such as {@code Outer.method}, the start of a name, or its humps such
 *     as {@code NPE} or {@code NuPoEx}; never blank
 */
public record SymbolQuery(@Nullable String repository, String name, int limit) {

    public SymbolQuery {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A symbol is looked for by a name.");
        }
    }

    /** The name with a dot between its parts. */
    public String plainName() {
        return name.replace("::", ".").replace('#', '.');
    }

    /** Whether the name is, or ends, a qualified one, and so matches nothing that is only like it. */
    public boolean isQualified() {
        return plainName().indexOf('.') >= 0;
    }

    /** What follows the last dot. */
    public String simpleName() {
        String plain = plainName();
        return plain.substring(plain.lastIndexOf('.') + 1);
    }

    /** How well a symbol matches: 0 the qualified name, 1 its end, 2 the simple name, 3 its start, 4 its humps; -1 not. */
    public int rank(CodeSymbol symbol) {
        String plain = plainName();
        String qualified = symbol.qualifiedName();
        if (qualified.equals(plain)) {
            return 0;
        }
        if (isQualified()) {
            return qualified.endsWith("." + plain) ? 1 : -1;
        }
        if (symbol.name().equals(plain)) {
            return 2;
        }
        if (symbol.name().toLowerCase(Locale.ROOT).startsWith(plain.toLowerCase(Locale.ROOT))) {
            return 3;
        }
        String humps = humps();
        return humps != null && Pattern.compile(humps).matcher(symbol.name()).find() ? 4 : -1;
    }

    /**
     * The regular expression of names with the humps of this one, as both Java and PostgreSQL read it: {@code NuPoEx} as
     * {@code ^Nu[a-z0-9_]*Po[a-z0-9_]*Ex}. Null when the name has one hump, or is qualified.
     */
    public @Nullable String humps() {
        String plain = plainName();
        StringBuilder pattern = new StringBuilder("^");
        int humps = 0;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Character.isUpperCase(c) && i > 0) {
                pattern.append("[a-z0-9_]*");
                humps++;
            }
            if (c < 0x80 && !Character.isLetterOrDigit(c) && c != '_') {
                pattern.append('\\');
            }
            pattern.append(c);
        }
        return humps == 0 || isQualified() ? null : pattern.toString();
    }

    /** The first letters of a name's words in lower case, by which humps are found. */
    public static String initials(String name) {
        StringBuilder initials = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean isStart = Character.isLetter(c)
                    && (i == 0 || Character.isUpperCase(c) || !Character.isLetterOrDigit(name.charAt(i - 1)));
            if (isStart) {
                initials.append(Character.toLowerCase(c));
            }
        }
        return initials.toString();
    }
}
