package io.mnemolite.core.code.resolution.registry;

import io.mnemolite.core.code.facts.Definition;
import io.mnemolite.core.code.facts.DefinitionKind;
import io.mnemolite.core.code.facts.SymbolId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something with members, as other files see it: a type, or a module. Equal only to itself. */
public final class Container {

    private final FileContext file;
    private final Definition definition;
    private final @Nullable SymbolId symbol;
    private final @Nullable Container outer;
    private final Map<String, List<Member>> members = new HashMap<>(4);

    Container(FileContext file, Definition definition, @Nullable SymbolId symbol, @Nullable Container outer) {
        this.file = file;
        this.definition = definition;
        this.symbol = symbol;
        this.outer = outer;
    }

    public FileContext file() {
        return file;
    }

    public Definition definition() {
        return definition;
    }

    /** Its symbol; null of a type of the standard library. */
    public @Nullable SymbolId symbol() {
        return symbol;
    }

    /** The type directly around it, or the module. */
    public @Nullable Container outer() {
        return outer;
    }

    public String qualifiedName() {
        return definition.qualifiedName();
    }

    /** Its name within its file; empty of the file's module. */
    public String localName() {
        String name = qualifiedName();
        int start = file.module().length() + 1;
        return start < name.length() ? name.substring(start) : "";
    }

    /** The name that all share whose members are visible together: within files of any name, or of a package. */
    String sharedName() {
        return file.family().includesFiles() ? localName() : qualifiedName();
    }

    /** Whether it is a module or namespace of which other files may have a part. */
    public boolean isShared() {
        return definition.kind() == DefinitionKind.MODULE
                && (qualifiedName().equals(file.module()) || qualifiedName().startsWith(file.module() + "."))
                && (file.family().includesFiles() || file.family().hasPackages());
    }

    /** Whether it is of the standard library, so that nothing of it is ever the target of an edge. */
    public boolean isStandard() {
        return file.isStandard();
    }

    void add(Member member) {
        List<Member> same = members.get(member.name());
        if (same == null) {
            members.put(member.name(), List.of(member));
        } else {
            List<Member> more = new ArrayList<>(same);
            more.add(member);
            members.put(member.name(), List.copyOf(more));
        }
    }

    /** Its own members of this name, in the order of the file. */
    List<Member> members(String name) {
        return members.getOrDefault(name, List.of());
    }

    Map<String, List<Member>> members() {
        return members;
    }

    /** Its own methods without a body, of which a functional interface has one. Part of what {@code types} answers. */
    public List<Member> abstractMethods() {
        List<Member> found = new ArrayList<>();
        for (List<Member> same : members.values()) {
            for (Member member : same) {
                if (member.kind() == Member.Kind.CALLABLE && member.has(Definition.Trait.ABSTRACT)) {
                    found.add(member);
                }
            }
        }
        // A map has no order of its own.
        found.sort(Comparator.comparing((Member member) -> member.name()).thenComparing(Member::signature));
        return found;
    }

    /** Its members that a module exports by default. Part of what {@code containers} answers. */
    public List<Member> defaults() {
        List<Member> found = new ArrayList<>();
        for (List<Member> same : members.values()) {
            for (Member member : same) {
                if (member.has(Definition.Trait.DEFAULT_EXPORT)) {
                    found.add(member);
                }
            }
        }
        found.sort(Comparator.comparing((Member member) -> member.name()).thenComparing(Member::signature));
        return found;
    }

    /** Whether whoever saw one may as well have seen the other, their members aside. */
    boolean looksLike(Container other) {
        return (symbol == null ? other.symbol == null : symbol.equals(other.symbol))
                && definition.kind() == other.definition.kind()
                && definition.traits().equals(other.definition.traits())
                && definition.typeParameters().equals(other.definition.typeParameters())
                && definition.supertypes().equals(other.definition.supertypes())
                && file.isTest() == other.file.isTest()
                && same(abstractMethods(), other.abstractMethods())
                && same(defaults(), other.defaults());
    }

    static boolean same(List<Member> some, List<Member> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            if (!some.get(i).looksLike(others.get(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return qualifiedName();
    }
}
