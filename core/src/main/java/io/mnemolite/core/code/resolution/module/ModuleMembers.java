package io.mnemolite.core.code.resolution.module;

import io.mnemolite.core.code.CodePath;
import io.mnemolite.core.code.facts.Definition.Trait;
import io.mnemolite.core.code.facts.Import;
import io.mnemolite.core.code.resolution.registry.Container;
import io.mnemolite.core.code.resolution.registry.Family;
import io.mnemolite.core.code.resolution.registry.FileContext;
import io.mnemolite.core.code.resolution.registry.Member;
import io.mnemolite.core.code.resolution.registry.Questions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the files of a module or namespace define themselves. */
final class ModuleMembers {

    /** So many parts of a module are asked one by one. */
    private static final int FEW = 3;

    private final Questions questions;
    private final Names names;

    ModuleMembers(Questions questions, Names names) {
        this.questions = questions;
        this.names = names;
    }

    /** What the files of a module define under a name. */
    @Nullable
    Value of(List<Container> parts, String name) {
        List<Container> types = new ArrayList<>();
        List<Value.Callable> overloads = new ArrayList<>();
        Member field = null;
        for (Container part :
                parts.size() > FEW && parts.getFirst().isShared() ? questions.declaring(parts, name) : parts) {
            for (Member member : questions.members(part, name)) {
                if (member.kind() == Member.Kind.CALLABLE) {
                    Value callable = callable(member, List.of());
                    // Several files of a package that define the same are for several systems, or programs.
                    boolean hasSeveral = part.file().family().hasOverloads()
                            || part.file().family().hasPackages();
                    if (!hasSeveral || !(callable instanceof Value.Callable overload)) {
                        return callable;
                    }
                    overloads.add(overload);
                }
                if (member.nested() != null) {
                    types.add(member.nested());
                }
                field = member.kind() == Member.Kind.FIELD ? member : field;
            }
        }
        if (!overloads.isEmpty()) {
            return Value.Callable.first(overloads);
        }
        if (!types.isEmpty()) {
            return declared(types);
        }
        if (field != null) {
            // Of several values of a name the last one holds.
            return names.values().held(field, List.of());
        }
        return name.equals("default") || name.equals(Import.WHOLE) ? defaultOf(parts, name) : null;
    }

    /** A type or module; not known when several files declare it, none of them in the folders of the file that asks. */
    Value declared(List<Container> all) {
        // What only adds to a type is found by the type.
        List<Container> declared =
                all.stream().filter(type -> !type.definition().has(Trait.PART)).toList();
        List<Container> found = declared.isEmpty() ? all : declared;
        if (!found.getFirst().definition().kind().isType()) {
            return new Value.Module(found);
        }
        boolean isOfPackage = found.getFirst().file().family().hasPackages()
                && !found.getFirst().file().family().equals(Family.GO)
                && !declared.isEmpty();
        if (isOfPackage && !isOneFile(found)) {
            String own = sourceRoot(questions.own().context());
            List<Container> near = found.stream()
                    .filter(type -> sourceRoot(type.file()).equals(own))
                    .toList();
            return near.isEmpty() || !isOneFile(near) ? Value.UNKNOWN : new Value.Type(near);
        }
        return new Value.Type(found);
    }

    private static boolean isOneFile(List<Container> parts) {
        return parts.stream().map(Container::file).distinct().count() == 1;
    }

    /** The folder below which packages have folders of their own, as far as these bear their names. */
    private static String sourceRoot(FileContext file) {
        String folder = CodePath.folder(file.path());
        for (String rest = file.module(); !rest.isEmpty(); rest = Modules.around(rest)) {
            String last = rest.substring(rest.lastIndexOf('.') + 1);
            if (!folder.substring(folder.lastIndexOf('/') + 1).equals(last)) {
                break;
            }
            folder = CodePath.folder(folder);
        }
        return folder;
    }

    private @Nullable Value defaultOf(List<Container> parts, String name) {
        for (Container part : parts) {
            for (Member member : part.defaults()) {
                if (name.equals(Import.WHOLE) && !member.name().equals("exports")) {
                    continue;
                }
                if (member.nested() != null) {
                    return new Value.Type(List.of(member.nested()));
                }
                return callable(member, List.of());
            }
        }
        return null;
    }

    static Value callable(Member member, List<Container> owner) {
        if (member.symbol() == null || member.definition() == null || member.has(Trait.REASSIGNED)) {
            return Value.UNKNOWN;
        }
        return new Value.Callable(
                member.symbol(), member.definition(), member.owner().file(), owner);
    }
}
