package io.mnemolite.parsing.tree;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The syntax tree of one text: an immutable snapshot without native memory, to be shared between threads freely.
 *
 * <p>A node is a number: its place in preorder, so that 0 is the root and the descendants of {@code n} are
 * {@code n + 1 … end(n) - 1}. {@link #NONE} stands for no node. All tokens are nodes; those of punctuation and keywords
 * are not {@link #isNamed named}. Broken text gives a tree too, with error nodes around what fits nowhere and missing
 * nodes, without text, for what was expected.
 *
 * <p>Offsets count bytes of the UTF-8 source; lines are counted from 1.
 *
 * <pre>{@code for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) …}</pre>
 */
public final class SyntaxTree {

    /** No node. */
    public static final int NONE = -1;

    /** A bit of the field's number that no grammar needs. */
    static final int MISSING = 0x8000;

    private final Grammar grammar;
    private final byte[] source;
    private final Lines lines;
    private final short[] kinds;
    private final short[] fields;
    private final int[] starts;
    private final int[] ends;
    private final int[] parents;
    private final int[] subtreeEnds;
    private final boolean hasError;

    SyntaxTree(
            Grammar grammar,
            byte[] source,
            short[] kinds,
            short[] fields,
            int[] starts,
            int[] ends,
            int[] parents,
            int[] subtreeEnds) {
        this.grammar = grammar;
        this.source = source;
        this.lines = new Lines(source);
        this.kinds = kinds;
        this.fields = fields;
        this.starts = starts;
        this.ends = ends;
        this.parents = parents;
        this.subtreeEnds = subtreeEnds;
        this.hasError = anyError();
    }

    private boolean anyError() {
        for (int node = 0; node < kinds.length; node++) {
            if (isError(node) || isMissing(node)) {
                return true;
            }
        }
        return false;
    }

    public Grammar grammar() {
        return grammar;
    }

    /** The number of nodes, at least 1. */
    public int size() {
        return kinds.length;
    }

    /** What the grammar calls this kind of node, such as {@code method_declaration}; the text itself for punctuation. */
    public String type(int node) {
        return grammar.typeOfKind(kinds[node]);
    }

    /** The node's kind as a number, see {@link Grammar#kind}; faster to compare than its type. */
    public int kind(int node) {
        return kinds[node];
    }

    public boolean isNamed(int node) {
        return grammar.isNamedKind(kinds[node]);
    }

    /** Whether the node holds text that fits nowhere. */
    public boolean isError(int node) {
        return kinds[node] == grammar.errorKind();
    }

    /** Whether the node stands for something that the text lacks. */
    public boolean isMissing(int node) {
        return (fields[node] & MISSING) != 0;
    }

    /** Whether any node is an error or missing. */
    public boolean hasError() {
        return hasError;
    }

    /** The name by which its parent calls the node, or null. */
    public @Nullable String field(int node) {
        int number = fieldNumber(node);
        return number == 0 ? null : grammar.fieldName(number);
    }

    /** The number of the field by which its parent calls the node, see {@link Grammar#field}, or 0. */
    public int fieldNumber(int node) {
        return fields[node] & (MISSING - 1);
    }

    public int parent(int node) {
        return parents[node];
    }

    public int firstChild(int node) {
        return node + 1 < subtreeEnds[node] ? node + 1 : NONE;
    }

    public int nextSibling(int node) {
        int parent = parents[node];
        return parent != NONE && subtreeEnds[node] < subtreeEnds[parent] ? subtreeEnds[node] : NONE;
    }

    /** The number after that of the node's last descendant. */
    public int end(int node) {
        return subtreeEnds[node];
    }

    /** The first child with this field, or {@link #NONE}. */
    public int child(int node, String field) {
        int number = grammar.field(field);
        return number < 0 ? NONE : child(node, number);
    }

    /** The first child with the field of this number, or {@link #NONE}. */
    public int child(int node, int fieldNumber) {
        int end = subtreeEnds[node];
        for (int child = node + 1; child < end; child = subtreeEnds[child]) {
            if (fieldNumber(child) == fieldNumber) {
                return child;
            }
        }
        return NONE;
    }

    /** The first child of this kind, see {@link Grammar#kind}, or {@link #NONE}. */
    public int childOfKind(int node, int kind) {
        int end = subtreeEnds[node];
        for (int child = node + 1; child < end; child = subtreeEnds[child]) {
            if (kinds[child] == kind) {
                return child;
            }
        }
        return NONE;
    }

    public int startByte(int node) {
        return starts[node];
    }

    /** The offset after the node's last byte. */
    public int endByte(int node) {
        return ends[node];
    }

    public int startLine(int node) {
        return lines.lineOf(starts[node]);
    }

    /** The line that holds the node's last byte. */
    public int endLine(int node) {
        return lines.lineOf(Math.max(starts[node], ends[node] - 1));
    }

    /** The place of the node's first character within its line, from 1 on, in characters as Java counts them. */
    public int startColumn(int node) {
        int lineStart = lines.start(startLine(node));
        return 1 + text(lineStart, starts[node]).length();
    }

    public Lines lines() {
        return lines;
    }

    public String text(int node) {
        return text(starts[node], ends[node]);
    }

    /** The text between two offsets, which must lie between characters. */
    public String text(int start, int end) {
        return new String(source, start, end - start, StandardCharsets.UTF_8);
    }

    /** The start of the character that the offset lies in. */
    public int characterStart(int offset) {
        int start = offset;
        while (start > 0 && start < source.length && (source[start] & 0xC0) == 0x80) {
            start--;
        }
        return start;
    }

    /** The byte at an offset. */
    public byte byteAt(int offset) {
        return source[offset];
    }

    /** The length of the source in bytes. */
    public int length() {
        return source.length;
    }
}
