package io.mnemolite.core.code.text;

import io.mnemolite.core.code.search.CodeFilter;

/**
 * A search of the stored text.
 *
 * @param pattern a piece of text, or a regular expression
 * @param filter with a chunk type, matches that begin in a chunk of that type count
 * @param limit files at most
 * @param context lines shown before and after each line that matches
 */
public record TextQuery(
        String pattern, boolean isRegex, boolean isCaseSensitive, CodeFilter filter, int limit, int context) {}
