package io.mnemolite.core.code.resolution.registry;

import io.mnemolite.core.code.facts.FileFacts;
import io.mnemolite.core.code.facts.Import;
import io.mnemolite.core.code.resolution.edge.Resolution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The registry of a repository in memory: what each file offers to others, and which questions each file asked. Call sites
 * are not kept.
 *
 * <p>A change tells which files have to be resolved again. Resolved after each change, or after several, the edges are the
 * same as those of a repository that was read afresh. Reading is for many threads at once; a change is for one thread
 * while none reads.
 */
public final class RepositoryModel implements Registry {

    private static final Comparator<Container> BY_PATH =
            Comparator.comparing(container -> container.file().path());

    private final String repository;
    private final Interning interning = new Interning();
    private final Map<String, FileExports> files = new HashMap<>();
    private final Map<String, long[]> questions = new HashMap<>();
    private final Map<Family, Map<String, List<Container>>> containers = new HashMap<>();

    private final DefinedNames names = new DefinedNames();
    private final SharedMembers shared = new SharedMembers();

    public RepositoryModel(String repository) {
        this.repository = repository;
    }

    @Override
    public String repository() {
        return repository;
    }

    @Override
    public List<Container> containers(Family family, String qualifiedName) {
        Map<String, List<Container>> byName = containers.get(family);
        return byName == null ? List.of() : byName.getOrDefault(qualifiedName, List.of());
    }

    @Override
    public Set<Container> declaring(Family family, String sharedName, String member) {
        return shared.declaring(family, sharedName, member);
    }

    @Override
    public boolean isDefined(Family family, Naming naming, String name, boolean withTests) {
        return names.contains(family, new DefinedName(naming, name), withTests);
    }

    /** Adds a file, or replaces it. See {@link #change}. */
    public Set<String> put(FileFacts facts) {
        return change(List.of(facts), List.of());
    }

    /** Removes a file, if it is there. See {@link #change}. */
    public Set<String> remove(String path) {
        return change(List.of(), List.of(path));
    }

    /**
     * Adds or replaces files, and removes others.
     *
     * @return the paths of all files that have to be resolved again, those that were put included
     */
    public Set<String> change(Collection<FileFacts> put, Collection<String> removed) {
        Set<String> stale = new TreeSet<>();
        Set<Long> changed = new HashSet<>();
        for (String path : removed) {
            FileExports old = files.remove(path);
            questions.remove(path);
            replace(old, null, changed);
        }
        for (FileFacts facts : put) {
            FileExports added = FileExports.visible(repository, facts, interning);
            FileExports old = files.put(facts.path(), added);
            replace(old, added, changed);
            stale.add(facts.path());
        }
        if (!changed.isEmpty()) {
            questions.forEach((path, keys) -> {
                if (asksAny(keys, changed)) {
                    stale.add(path);
                }
            });
        }
        stale.removeIf(path -> !files.containsKey(path));
        return stale;
    }

    /** Notes what a file asked when it was resolved. Until then it is not among those to be resolved again. */
    public void resolved(String path, Resolution resolution) {
        asked(path, resolution.keys());
    }

    /** Notes what a file asked when it was resolved, from where it was stored. */
    public void asked(String path, long[] keys) {
        if (files.containsKey(path)) {
            questions.put(path, keys.clone());
        }
    }

    /** The paths of all files. */
    public Set<String> paths() {
        return new TreeSet<>(files.keySet());
    }

    private static boolean asksAny(long[] keys, Set<Long> changed) {
        if (changed.size() < keys.length / 16) {
            for (long key : changed) {
                if (Arrays.binarySearch(keys, key) >= 0) {
                    return true;
                }
            }
            return false;
        }
        for (long key : keys) {
            if (changed.contains(key)) {
                return true;
            }
        }
        return false;
    }

    private void replace(@Nullable FileExports old, @Nullable FileExports added, Set<Long> changed) {
        List<Container> before = old == null ? List.of() : old.context().containers();
        List<Container> after = added == null ? List.of() : added.context().containers();
        before.forEach(this::forget);
        after.forEach(this::remember);
        rename(old, added, changed);
        Map<String, List<Container>> gone = byName(before);
        byName(after).forEach((name, now) -> compare(name, gone.getOrDefault(name, List.of()), now, changed));
        gone.forEach((name, then) -> {
            if (after.stream().noneMatch(container -> container.qualifiedName().equals(name))) {
                compare(name, then, List.of(), changed);
            }
        });
        if (old != null && added != null && !sameImports(old.context(), added.context())) {
            changed.add(Key.imports(old.context().path()));
        }
    }

    private void rename(@Nullable FileExports old, @Nullable FileExports added, Set<Long> changed) {
        boolean isSame = old != null
                && added != null
                && old.names().equals(added.names())
                && old.context().isTest() == added.context().isTest()
                && old.context().family().equals(added.context().family());
        if (isSame) {
            return;
        }
        // What is there before and after is never taken for gone.
        if (added != null) {
            names.add(added.context(), added.names(), changed);
        }
        if (old != null) {
            names.remove(old.context(), old.names(), changed);
        }
    }

    private static Map<String, List<Container>> byName(List<Container> containers) {
        Map<String, List<Container>> byName = new HashMap<>();
        for (Container container : containers) {
            byName.computeIfAbsent(container.qualifiedName(), absent -> new ArrayList<>())
                    .add(container);
        }
        return byName;
    }

    private static void compare(String name, List<Container> then, List<Container> now, Set<Long> changed) {
        boolean sameHead = then.size() == now.size();
        for (int i = 0; sameHead && i < now.size(); i++) {
            sameHead = then.get(i).looksLike(now.get(i));
        }
        if (!sameHead) {
            changed.add(Key.container(name));
        }
        Set<String> members = new HashSet<>();
        then.forEach(container -> members.addAll(container.members().keySet()));
        now.forEach(container -> members.addAll(container.members().keySet()));
        SharedMembers.compare(then, now, members, changed);
        for (String member : members) {
            boolean isSame = then.size() == now.size();
            for (int i = 0; isSame && i < now.size(); i++) {
                isSame = Container.same(then.get(i).members(member), now.get(i).members(member));
            }
            if (!isSame) {
                changed.add(Key.member(name, member));
            }
        }
    }

    private static boolean sameImports(FileContext one, FileContext other) {
        if (!one.module().equals(other.module())
                || one.imports().size() != other.imports().size()
                || !names(one.namespaces()).equals(names(other.namespaces()))) {
            return false;
        }
        for (int i = 0; i < one.imports().size(); i++) {
            Import first = one.imports().get(i);
            Import second = other.imports().get(i);
            if (first.kind() != second.kind()
                    || !first.target().equals(second.target())
                    || !first.name().equals(second.name())
                    || !first.alias().equals(second.alias())) {
                return false;
            }
        }
        return true;
    }

    private static List<String> names(List<Container> containers) {
        return containers.stream().map(Container::qualifiedName).toList();
    }

    private void remember(Container container) {
        shared.add(container);
        Map<String, List<Container>> byName =
                containers.computeIfAbsent(container.file().family(), absent -> new HashMap<>());
        List<Container> others = byName.get(container.qualifiedName());
        if (others == null) {
            byName.put(container.qualifiedName(), List.of(container));
        } else {
            List<Container> all = new ArrayList<>(others);
            all.add(container);
            all.sort(BY_PATH);
            byName.put(container.qualifiedName(), List.copyOf(all));
        }
    }

    private void forget(Container container) {
        shared.remove(container);
        Map<String, List<Container>> byName = containers.get(container.file().family());
        List<Container> others = byName == null ? null : byName.get(container.qualifiedName());
        if (byName == null || others == null) {
            return;
        }
        List<Container> rest =
                others.stream().filter(other -> other != container).toList();
        if (rest.isEmpty()) {
            byName.remove(container.qualifiedName());
        } else {
            byName.put(container.qualifiedName(), rest);
        }
    }
}
