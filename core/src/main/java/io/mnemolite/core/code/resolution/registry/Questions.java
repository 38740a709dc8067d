package io.mnemolite.core.code.resolution.registry;

import io.mnemolite.core.code.facts.FileFacts;
import io.mnemolite.core.code.facts.Import;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the resolution of one file asks about the repository: all that it learns of other files goes through here, and the
 * key of each question is noted, whether it had an answer or not. Not for several threads.
 */
public final class Questions {

    private final Registry registry;
    private final Family family;
    private final String path;
    private final boolean isTest;
    private final FileExports own;
    private final Map<String, List<Container>> ownByName = new HashMap<>();
    private final Map<String, List<Container>> answered = new HashMap<>();
    private @Nullable Boolean hasNeighbours;
    private long[] keys = new long[64];
    private int asked;

    public Questions(Registry registry, FileFacts facts) {
        this.registry = registry;
        this.family = Family.of(facts.language());
        this.path = facts.path();
        this.isTest = facts.isTest();
        this.own = FileExports.whole(registry.repository(), facts);
        for (Container container : own.context().containers()) {
            ownByName
                    .computeIfAbsent(container.qualifiedName(), absent -> new ArrayList<>())
                    .add(container);
        }
    }

    /** What the file itself defines, local types included. */
    public FileExports own() {
        return own;
    }

    /** Whether this container belongs to the file itself. */
    public boolean isOwn(Container container) {
        return container.file() == own.context();
    }

    /** The types or modules with this qualified name that the file may use: tests are nothing to code that is no test. */
    public List<Container> containers(String qualifiedName) {
        List<Container> known = answered.get(qualifiedName);
        if (known == null) {
            known = ask(qualifiedName);
            answered.put(qualifiedName, known);
        }
        return known;
    }

    private List<Container> ask(String qualifiedName) {
        note(Key.container(qualifiedName));
        List<Container> all = new ArrayList<>(ownByName.getOrDefault(qualifiedName, List.of()));
        for (Container container : registry.containers(family, qualifiedName)) {
            // The registry's picture of the file itself lacks its local types.
            if (!container.file().path().equals(path)
                    && (isTest || !container.file().isTest())) {
                all.add(container);
            }
        }
        if (all.isEmpty() && family.equals(Family.JAVA)) {
            Container standard = StandardTypes.instance().find(qualifiedName);
            return standard == null ? List.of() : List.of(standard);
        }
        return List.copyOf(all);
    }

    /** Those of several modules or namespaces that share a name which have a member of this name. */
    public List<Container> declaring(List<Container> parts, String member) {
        String sharedName = parts.getFirst().sharedName();
        note(Key.declaring(sharedName, member));
        Set<Container> declaring = registry.declaring(family, sharedName, member);
        return parts.stream()
                .filter(part -> isOwn(part) ? !part.members(member).isEmpty() : declaring.contains(part))
                .toList();
    }

    /** The module that a file is, or its part of a package. */
    public Container module(FileContext file) {
        if (file != own.context()) {
            note(Key.container(file.module()));
        }
        return file.containers().getFirst();
    }

    /** The namespaces one within the other that a file declares, outermost first. */
    public List<Container> namespaces(FileContext file) {
        noteImports(file);
        return file.namespaces();
    }

    /** The members of a container of this name, its own only, in the order of its file. */
    public List<Member> members(Container container, String name) {
        if (isForeign(container)) {
            note(Key.member(container.qualifiedName(), name));
        }
        List<Member> members = container.members(name);
        for (Member member : members) {
            if (member.nested() != null && isForeign(container)) {
                note(Key.container(member.nested().qualifiedName()));
            }
        }
        return members;
    }

    /** The container around another one. */
    public @Nullable Container outer(Container container) {
        Container outer = container.outer();
        if (outer != null && isForeign(outer)) {
            note(Key.container(outer.qualifiedName()));
        }
        return outer;
    }

    /** What a file imports. */
    public List<Import> imports(FileContext file) {
        noteImports(file);
        return file.imports();
    }

    private void noteImports(FileContext file) {
        if (file != own.context() && !file.isStandard()) {
            note(Key.imports(file.path()));
        }
    }

    /**
     * Whether a file that this one may use, or the file itself, defines something of this simple name; files of languages that
     * it can use included.
     */
    public boolean isDefined(Naming naming, String name) {
        note(Key.defined(naming, name));
        return registry.isDefined(family, naming, name, isTest) || isDefinedByNeighbours(new DefinedName(naming, name));
    }

    /** The same of languages that it can use alone, where there are such files in the repository. */
    public boolean isDefinedElsewhere(Naming naming, String name) {
        if (!hasNeighbours()) {
            return false;
        }
        note(Key.defined(naming, name));
        return isDefinedByNeighbours(new DefinedName(naming, name));
    }

    private boolean hasNeighbours() {
        Boolean known = hasNeighbours;
        if (known == null) {
            known = false;
            for (Family neighbour : family.neighbours()) {
                DefinedName language = DefinedName.language(neighbour);
                note(Key.defined(language.naming(), language.name()));
                known |= registry.isDefined(neighbour, language.naming(), language.name(), isTest);
            }
            hasNeighbours = known;
        }
        return known;
    }

    private boolean isDefinedByNeighbours(DefinedName name) {
        return family.neighbours().stream()
                .anyMatch(neighbour -> registry.isDefined(neighbour, name.naming(), name.name(), isTest));
    }

    private boolean isForeign(Container container) {
        return !container.isStandard() && !isOwn(container);
    }

    private void note(long key) {
        if (asked == keys.length) {
            compact();
            if (asked > keys.length / 2) {
                keys = Arrays.copyOf(keys, keys.length * 2);
            }
        }
        keys[asked++] = key;
    }

    private void compact() {
        Arrays.sort(keys, 0, asked);
        int kept = 0;
        for (int i = 0; i < asked; i++) {
            if (i == 0 || keys[i] != keys[i - 1]) {
                keys[kept++] = keys[i];
            }
        }
        asked = kept;
    }

    /** The keys of all questions, ascending, each once. */
    public long[] keys() {
        compact();
        return Arrays.copyOf(keys, asked);
    }
}
