package io.mnemolite.core.code.facts;

/**
 * Names of the module symbols of files that tell what the imports of others mean. No import can spell them. The facts of
 * such a file have an {@link Import} for each place that it names.
 */
public final class Manifest {

    /** Of each {@code pyproject.toml}: the imports' targets are folders, with dots, in which packages are looked for. */
    public static final String PYTHON_PROJECT = "project of python";

    private static final String GO_MODULE = "module ";
    private static final String SCRIPT_PACKAGE = "package ";
    private static final String SCRIPT_PATHS = "paths of ";
    private static final String RUST_CRATE = "crate ";

    private Manifest() {}

    /** Of a {@code go.mod}, by the path of its module. */
    public static String goModule(String path) {
        return GO_MODULE + path;
    }

    /** Of a {@code package.json}: an import's name is a pattern below the package, its target a file that it may mean. */
    public static String scriptPackage(String name) {
        return SCRIPT_PACKAGE + name;
    }

    /** Of a {@code tsconfig.json}, by its own path: an import's name is a pattern, its target a file that it may mean. */
    public static String scriptPaths(String path) {
        return SCRIPT_PATHS + path;
    }

    /** Of a {@code Cargo.toml}, by the name that code has for its crate: an import's target is a file that may be its root. */
    public static String rustCrate(String name) {
        return RUST_CRATE + name;
    }

    /** Whether these are the facts of a manifest, which holds no code. */
    public static boolean isManifest(FileFacts facts) {
        return facts.module().equals(PYTHON_PROJECT)
                || facts.module().startsWith(GO_MODULE)
                || facts.module().startsWith(SCRIPT_PACKAGE)
                || facts.module().startsWith(RUST_CRATE)
                || facts.module().startsWith(SCRIPT_PATHS);
    }
}
