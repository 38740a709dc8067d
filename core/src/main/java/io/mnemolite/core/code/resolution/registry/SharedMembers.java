package io.mnemolite.core.code.resolution.registry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which of the modules or namespaces that share a name has a member, so that not each of them has to be asked. */
final class SharedMembers {

    private static final Comparator<Container> BY_PATH =
            Comparator.comparing(container -> container.file().path());

    private final Map<Family, Map<Scoped, List<Container>>> byFamily = new HashMap<>();

    private record Scoped(String sharedName, String member) {}

    List<Container> declaring(Family family, String sharedName, String member) {
        Map<Scoped, List<Container>> byName = byFamily.get(family);
        return byName == null ? List.of() : byName.getOrDefault(new Scoped(sharedName, member), List.of());
    }

    void add(Container container) {
        if (!container.isShared()) {
            return;
        }
        Map<Scoped, List<Container>> byName =
                byFamily.computeIfAbsent(container.file().family(), absent -> new HashMap<>());
        for (String member : container.members().keySet()) {
            byName.merge(new Scoped(container.sharedName(), member), List.of(container), SharedMembers::joined);
        }
    }

    private static List<Container> joined(List<Container> some, List<Container> others) {
        List<Container> all = new ArrayList<>(some);
        all.addAll(others);
        all.sort(BY_PATH);
        return List.copyOf(all);
    }

    void remove(Container container) {
        Map<Scoped, List<Container>> byName = byFamily.get(container.file().family());
        if (byName == null || !container.isShared()) {
            return;
        }
        for (String member : container.members().keySet()) {
            byName.computeIfPresent(new Scoped(container.sharedName(), member), (name, all) -> {
                List<Container> rest =
                        all.stream().filter(other -> other != container).toList();
                return rest.isEmpty() ? null : rest;
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
