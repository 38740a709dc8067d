package io.mnemolite.core.code.resolution.edge;

import io.mnemolite.core.code.facts.SymbolId;
import java.util.Locale;

/**
 * A call site without an edge.
 *
 * @param caller the definition in which it stands
 * @param callee what is called, near to how it is written, such as {@code parser.next}
 * @param name the simple name of what is called; of a constructor, that of its type
 * @param line 1-based
 * @param column 1-based
 */
public record UnresolvedSite(SymbolId caller, String callee, String name, int line, int column, Reason reason) {

    /** Whether the target may lie in the repository. */
    public boolean mayLeadInside() {
        return reason != Reason.EXTERNAL;
    }

    /** Why there is no edge. */
    public enum Reason {
        /** The target lies outside of the repository. */
        EXTERNAL,
        /** The type of what stands before the name is not known. */
        UNKNOWN_RECEIVER,
        /** Several definitions fit, and nothing tells which. */
        AMBIGUOUS,
        /** The text shows no such member: it comes to be when the program is built or run. */
        DYNAMIC;

        /** The name on the wire, such as {@code unknown_receiver}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
