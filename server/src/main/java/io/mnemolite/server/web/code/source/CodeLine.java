package io.mnemolite.server.web.code.source;

import java.util.List;

/**
 * A line of a file.
 *
 * @param number from 1
 * @param isHit whether the line is one that was looked for
 */
public record CodeLine(int number, boolean isHit, List<Token> tokens) {

    public CodeLine {
        tokens = List.copyOf(tokens);
    }
}
