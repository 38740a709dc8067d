package io.mnemolite.lucene.pattern;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.mnemolite.core.code.text.TextPattern;
import io.mnemolite.core.code.text.TextPatterns;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import org.jspecify.annotations.Nullable;

/** Patterns of RE2, whose time is linear in the text for every expression. */
public final class LinearPatterns implements TextPatterns {

    /** Repetitions are written out inside, so that a few characters can become a program of megabytes. */
    private static final int LARGEST_PROGRAM = 20_000;

    @Override
    public TextPattern literal(String text, boolean isCaseSensitive) {
        return isCaseSensitive
                ? (in, from) -> span(in.toString().indexOf(text, from), text.length())
                : regex(Pattern.quote(text), false);
    }

    private static TextPattern.@Nullable Span span(int start, int length) {
        return start < 0 ? null : new TextPattern.Span(start, start + length);
    }

    @Override
    public TextPattern regex(String expression, boolean isCaseSensitive) {
        Pattern pattern = compiled(expression, Pattern.MULTILINE | (isCaseSensitive ? 0 : Pattern.CASE_INSENSITIVE));
        return (in, from) -> {
            Matcher matcher = pattern.matcher(in);
            return from <= in.length() && matcher.find(from)
                    ? new TextPattern.Span(matcher.start(), matcher.end())
                    : null;
        };
    }

    private static Pattern compiled(String expression, int flags) {
        try {
            Pattern pattern = Pattern.compile(expression, flags);
            if (pattern.programSize() > LARGEST_PROGRAM) {
                throw invalid(expression, "it is too large; repeat less", null);
            }
            return pattern;
        } catch (PatternSyntaxException e) {
            throw invalid(expression, e.getDescription() + "; correct it, or search in mode 'literal'", e);
        } catch (StackOverflowError e) {
            throw invalid(expression, "it nests too deeply", e);
        }
    }

    private static MnemoliteException invalid(String expression, String why, @Nullable Throwable cause) {
        String shown = expression.length() <= 100 ? expression : expression.substring(0, 100) + "…";
        return new MnemoliteException(
                ErrorCode.INVALID_VALUE,
                "The pattern '" + shown + "' is no usable regular expression: " + why + ".",
                cause);
    }
}
