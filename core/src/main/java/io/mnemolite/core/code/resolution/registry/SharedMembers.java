package io.mnemolite.core.code.resolution.registry;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which of the modules or namespaces that share a name has a member, so that not each of them has to be asked. */
final class SharedMembers {

    private final Map<Family, Map<Scoped, Set<Container>>> byFamily = new HashMap<>();

    private record Scoped(String sharedName, String member) {}

    Set<Container> declaring(Family family, String sharedName, String member) {
        Map<Scoped, Set<Container>> byName = byFamily.get(family);
        return byName == null ? Set.of() : byName.getOrDefault(new Scoped(sharedName, member), Set.of());
    }

    void add(Container container) {
        if (!container.isShared()) {
            return;
        }
        Map<Scoped, Set<Container>> byName =
                byFamily.computeIfAbsent(container.file().family(), absent -> new HashMap<>());
        for (String member : container.members().keySet()) {
            byName.computeIfAbsent(new Scoped(container.sharedName(), member), absent -> new HashSet<>(2))
                    .add(container);
        }
    }

    void remove(Container container) {
        Map<Scoped, Set<Container>> byName = byFamily.get(container.file().family());
        if (byName == null || !container.isShared()) {
            return;
        }
        for (String member : container.members().keySet()) {
            byName.computeIfPresent(new Scoped(container.sharedName(), member), (name, all) -> {
                all.remove(container);
                return all.isEmpty() ? null : all;
            });
        }
    }

    /** Notes the keys of questions with another answer, after a file's containers of one name were replaced. */
    static void compare(List<Container> then, List<Container> now, Set<String> members, Set<Long> changed) {
        Container any = now.isEmpty() ? then.getFirst() : now.getFirst();
        if (!any.isShared()) {
            return;
        }
        for (String member : members) {
            boolean wasThere = then.stream()
                    .anyMatch(container -> !container.members(member).isEmpty());
            boolean isThere = now.stream()
                    .anyMatch(container -> !container.members(member).isEmpty());
            if (wasThere != isThere) {
                changed.add(Key.declaring(any.sharedName(), member));
            }
        }
    }
}
