package io.mnemolite.core.code.graph;

import io.mnemolite.core.code.facts.DefinitionKind;
import io.mnemolite.core.code.facts.SymbolId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A symbol with what it owns. Edges lead to constructors and members, hardly ever to a type itself, so that who asks about a
 * type would be told that nobody uses it.
 *
 * @param parts the symbol first
 */
record WholeSymbol(PlacedSymbol of, List<PlacedSymbol> parts) {

    /** How constructors are called in the languages that give them a name of their own. */
    private static final Set<String> CONSTRUCTORS = Set.of("<init>", "__init__", "__new__", "constructor");

    WholeSymbol {
        parts = List.copyOf(parts);
    }

    /** A type with all that stands in it, anything else alone. */
    static WholeSymbol of(PlacedSymbol symbol, CodeGraphStore store) {
        List<PlacedSymbol> parts = new ArrayList<>(List.of(symbol));
        if (symbol.symbol().kind().isType()) {
            parts.addAll(store.within(symbol));
        }
        return new WholeSymbol(symbol, parts);
    }

    /** In the order of the parts. */
    Set<SymbolId> ids() {
        Set<SymbolId> ids = new LinkedHashSet<>();
        parts.forEach(part -> ids.add(part.symbol().id()));
        return ids;
    }

    boolean includesMembers() {
        return parts.size() > 1;
    }

    /** What the call sites of symbols say. */
    static Set<String> calledNames(Collection<PlacedSymbol> symbols) {
        Set<String> names = new HashSet<>();
        for (PlacedSymbol placed : symbols) {
            CodeSymbol symbol = placed.symbol();
            boolean isConstructor = symbol.kind() == DefinitionKind.CONSTRUCTOR || CONSTRUCTORS.contains(symbol.name());
            // A constructor is called by the name of its type, but for super().__init__() and the like.
            if (isConstructor) {
                names.add(owner(symbol));
            }
            if (!symbol.name().equals("<init>")) {
                names.add(symbol.name());
            }
        }
        return names;
    }

    private static String owner(CodeSymbol symbol) {
        String[] parts = symbol.qualifiedName().split("\\.", -1);
        return parts.length < 2 ? symbol.name() : parts[parts.length - 2];
    }
}
