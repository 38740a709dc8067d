package io.mnemolite.parsing.tree;

import java.util.Arrays;

/** Where the lines of a UTF-8 text start. A line ends after its line feed; lines are counted from 1. */
public final class Lines {

    private final int[] starts;
    private final int length;

    public Lines(byte[] text) {
        int count = 1;
        for (byte b : text) {
            if (b == '\n') {
                count++;
            }
        }
        int[] found = new int[count];
        int line = 1;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\n') {
                found[line++] = i + 1;
            }
        }
        starts = found;
        length = text.length;
    }

    /** The number of lines; a text that ends with a line feed has an empty last one. */
    public int count() {
        return starts.length;
    }

    /** The line that holds the byte at {@code offset}. */
    public int lineOf(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The offset of the first byte of a line; of the line after the last one: the text's length. */
    public int start(int line) {
        return line > starts.length ? length : starts[line - 1];
    }
}
