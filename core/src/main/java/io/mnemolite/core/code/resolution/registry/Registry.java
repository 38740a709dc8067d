package io.mnemolite.core.code.resolution.registry;

import java.util.List;
import java.util.Set;

/**
 * What a resolution may know of other files. Each question has a key, and what a file contributes to an answer is known by
 * the same key: a file is resolved again exactly when the answer to one of its questions may have changed.
 */
public interface Registry {

    /** The name of the repository, which is part of the identity of its symbols. */
    String repository();

    /**
     * The types or modules with this qualified name, in the order of their paths; more than one only when several files
     * define it.
     */
    List<Container> containers(Family family, String qualifiedName);

    /** The modules or namespaces that share a name and have a member of this name. */
    Set<Container> declaring(Family family, String sharedName, String member);

    /**
     * Whether any file defines something of this simple name.
     *
     * @param withTests whether files with tests count
     */
    boolean isDefined(Family family, Naming naming, String name, boolean withTests);
}
