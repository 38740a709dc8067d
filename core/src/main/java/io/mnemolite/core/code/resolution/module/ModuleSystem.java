package io.mnemolite.core.code.resolution.module;

import io.mnemolite.core.code.resolution.registry.Container;
import io.mnemolite.core.code.resolution.registry.FileContext;
import java.util.List;

/** What imports of a language mean. */
interface ModuleSystem {

    /** The parts of the module, or of the type that is imported from, that a target means in a file; none when it is not found. */
    List<Container> named(String target, FileContext file);

    /** The module of a name within another one; none in languages whose modules have their names in full. */
    default List<Container> below(Container module, String name) {
        return List.of();
    }

    /** Whether a target that was not found lies outside of the repository, as far as its name tells. */
    boolean isOutside(String target, FileContext file);
}
