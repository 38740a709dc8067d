package io.mnemolite.core.code.resolution.edge;

import io.mnemolite.core.code.facts.SymbolId;
import java.util.Locale;

/**
 * One symbol's relation to another, found in one place of one file.
 *
 * @param source what calls, refers, inherits or imports; of {@link Kind#MAY_DISPATCH} the overridden method
 * @param target the declared target; of several overloads that fit, the first
 * @param line where, 1-based, in the file that was resolved
 * @param column 1-based
 * @param confidence 0..1
 * @param candidates how many overloads fit; 1 when the target is certain
 */
public record Edge(
        SymbolId source,
        SymbolId target,
        Kind kind,
        int line,
        int column,
        Rule rule,
        float confidence,
        int candidates) {

    /** What the relation is. */
    public enum Kind {
        CALLS,
        /** Names a callable without calling it. */
        REFERENCES,
        INHERITS,
        /** A call of the source may arrive at the target, which overrides it. Found in the file of the target. */
        MAY_DISPATCH,
        IMPORTS;

        /** The name on the wire, such as {@code may_dispatch}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
