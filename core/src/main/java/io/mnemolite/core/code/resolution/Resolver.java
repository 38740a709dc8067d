package io.mnemolite.core.code.resolution;

import io.mnemolite.core.code.facts.FileFacts;
import io.mnemolite.core.code.resolution.edge.Resolution;
import io.mnemolite.core.code.resolution.java.JavaResolution;
import io.mnemolite.core.code.resolution.module.ModuleResolution;
import io.mnemolite.core.code.resolution.registry.Family;
import io.mnemolite.core.code.resolution.registry.Registry;

/**
 * Resolves the call sites of one file after the other. Pure: the same facts and the same registry give the same edges. May
 * be used by many threads at once while the registry does not change.
 */
public final class Resolver {

    private final Registry registry;

    public Resolver(Registry registry) {
        this.registry = registry;
    }

    /** The edges of a file that the registry knows. */
    public Resolution resolve(FileFacts facts) {
        Family family = Family.of(facts.language());
        if (family.equals(Family.JAVA)) {
            return JavaResolution.of(registry, facts);
        }
        return ModuleResolution.of(registry, facts);
    }
}
