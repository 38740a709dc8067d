package io.mnemolite.lucene.text;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Puts the parts of a composed name at the position of the name, so that they do not count into the length of the text
 * and a query can tell which terms belong together.
 */
final class IdentifierPartsFilter extends TokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute position = addAttribute(PositionIncrementAttribute.class);
    private final Deque<String> parts = new ArrayDeque<>();
    private @Nullable State name;

    IdentifierPartsFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!parts.isEmpty()) {
            restoreState(name);
            term.setEmpty().append(parts.removeFirst());
            position.setPositionIncrement(0);
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        if (isPlain()) {
            return true;
        }
        String token = term.toString();
        String joined = IdentifierParts.joined(token);
        IdentifierParts.of(token).stream().filter(part -> !part.equals(joined)).forEach(parts::add);
        if (!joined.isEmpty()) {
            term.setEmpty().append(joined);
        }
        if (!parts.isEmpty()) {
            name = captureState();
        }
        return true;
    }

    /** Most tokens are words: lower-case letters after the first character. */
    private boolean isPlain() {
        for (int i = 1; i < term.length(); i++) {
            if (!Character.isLowerCase(term.charAt(i))) {
                return false;
            }
        }
        return term.length() == 0 || term.charAt(0) != '_';
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        parts.clear();
        name = null;
    }
}
