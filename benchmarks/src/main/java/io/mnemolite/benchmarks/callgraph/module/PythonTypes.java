package io.mnemolite.benchmarks.callgraph.module;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which classes inherit from which, as the oracle sees it. Whoever calls a class calls its constructor, which may be
 * inherited, while the oracle names the class.
 */
final class PythonTypes {

    private static final Set<String> CONSTRUCTORS = Set.of("__init__", "__new__");

    private final Map<String, Set<Truth.Target>> supertypes = new HashMap<>();

    /** @param answers of the oracle on the bases */
    PythonTypes(List<PythonNames.Base> bases, Map<Place, Truth> answers) {
        for (PythonNames.Base base : bases) {
            Truth answer = answers.get(base.place());
            if (answer != null) {
                supertypes
                        .computeIfAbsent(key(base.type()), absent -> new HashSet<>())
                        .addAll(answer.targets());
            }
        }
    }

    /** Whether a prediction is the declaration that is meant. */
    boolean same(Predicted.Symbol predicted, Truth.Target target) {
        if (predicted.is(target)) {
            return true;
        }
        Predicted.Symbol type = predicted.type();
        return type != null && CONSTRUCTORS.contains(predicted.name()) && isAmong(type, target, new HashSet<>());
    }

    private boolean isAmong(Predicted.Symbol type, Truth.Target target, Set<String> seen) {
        if (type.is(target)) {
            return true;
        }
        return seen.add(key(target))
                && supertypes.getOrDefault(key(target), Set.of()).stream()
                        .anyMatch(supertype -> isAmong(type, supertype, seen));
    }

    private static String key(Truth.Target type) {
        return type.path() + ":" + type.at() + " " + type.name();
    }
}
