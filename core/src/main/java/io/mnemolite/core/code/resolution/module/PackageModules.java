package io.mnemolite.core.code.resolution.module;

import io.mnemolite.core.code.resolution.registry.Container;
import io.mnemolite.core.code.resolution.registry.Family;
import io.mnemolite.core.code.resolution.registry.FileContext;
import io.mnemolite.core.code.resolution.registry.Naming;
import io.mnemolite.core.code.resolution.registry.Questions;
import java.util.List;

/** Packages and namespaces that files declare, wherever they lie; also types, from which members are imported. */
final class PackageModules implements ModuleSystem {

    private final Questions questions;

    PackageModules(Questions questions) {
        this.questions = questions;
    }

    @Override
    public List<Container> named(String target, FileContext file) {
        if (isRelative(file.family())) {
            for (String around = file.module(); !around.isEmpty(); around = Modules.around(around)) {
                List<Container> found = questions.containers(around + "." + target);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return questions.containers(target);
    }

    /** Whether a name may begin at a package around the file's own. */
    private static boolean isRelative(Family family) {
        return family.name().equals("scala") || family.equals(Family.CSHARP);
    }

    @Override
    public boolean isOutside(String target, FileContext file) {
        String last = target.substring(target.lastIndexOf('.') + 1);
        return !questions.isDefined(Naming.MODULE, last) && !questions.isDefined(Naming.ALONE, last);
    }
}
