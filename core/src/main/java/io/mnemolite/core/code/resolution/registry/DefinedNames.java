package io.mnemolite.core.code.resolution.registry;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** How many files define each simple name, for each family of languages. */
final class DefinedNames {

    private final Map<Family, Map<DefinedName, Count>> byFamily = new HashMap<>();

    /** @param inAll files, those with tests included */
    private record Count(int inMain, int inAll) {

        static final Count NONE = new Count(0, 0);

        Count plus(int files, boolean isTest) {
            return new Count(inMain + (isTest ? 0 : files), inAll + files);
        }

        /** Whether whoever asked gets another answer now. */
        boolean answersAs(Count other) {
            return (inMain > 0) == (other.inMain > 0) && (inAll > 0) == (other.inAll > 0);
        }
    }

    boolean contains(Family family, DefinedName name, boolean withTests) {
        Map<DefinedName, Count> counts = byFamily.get(family);
        Count count = counts == null ? Count.NONE : counts.getOrDefault(name, Count.NONE);
        return (withTests ? count.inAll() : count.inMain()) > 0;
    }

    /** Adds the names of a file, and notes the keys of questions with another answer now. */
    void add(FileContext file, Set<DefinedName> names, Set<Long> changed) {
        names.forEach(name -> count(file, name, 1, changed));
    }

    /** Takes the names of a file away, and notes the keys of questions with another answer now. */
    void remove(FileContext file, Set<DefinedName> names, Set<Long> changed) {
        names.forEach(name -> count(file, name, -1, changed));
    }

    private void count(FileContext file, DefinedName name, int files, Set<Long> changed) {
        Map<DefinedName, Count> counts = byFamily.computeIfAbsent(file.family(), absent -> new HashMap<>());
        Count before = counts.getOrDefault(name, Count.NONE);
        Count after = before.plus(files, file.isTest());
        if (after.equals(Count.NONE)) {
            counts.remove(name);
        } else {
            counts.put(name, after);
        }
        if (!before.answersAs(after)) {
            changed.add(Key.defined(name.naming(), name.name()));
        }
    }
}
