package io.mnemolite.core.code.resolution.module;

import java.util.Set;

/** Names of types that languages bring along and whose arguments tell what they hold. */
final class BuiltInTypes {

    private static final Set<String> COLLECTIONS = Set.of(
            "list",
            "List",
            "set",
            "Set",
            "Sequence",
            "Iterable",
            "Iterator",
            "tuple",
            "frozenset",
            "Array",
            "ReadonlyArray",
            "ReadonlySet",
            "IterableIterator",
            "AsyncIterable",
            "AsyncIterator",
            "AsyncGenerator",
            "[]",
            "Collection",
            "deque",
            "Generator");
    private static final Set<String> WRAPPERS = Set.of(
            "Optional",
            "Promise",
            "Awaitable",
            "Coroutine",
            "Final",
            "Annotated",
            "ClassVar",
            "Readonly",
            "Required",
            "NonNullable",
            "PromiseLike",
            "Partial",
            "*");

    private static final Set<String> MAPPINGS = Set.of(
            "Map",
            "map",
            "ReadonlyMap",
            "WeakMap",
            "Record",
            "dict",
            "Dict",
            "Mapping",
            "MutableMapping",
            "defaultdict",
            "OrderedDict");

    private BuiltInTypes() {}

    /** Whether it holds many of its first argument. */
    static boolean isCollection(String name) {
        return COLLECTIONS.contains(name);
    }

    /** Whether it is as good as its first argument. */
    static boolean isWrapper(String name) {
        return WRAPPERS.contains(name);
    }

    /** Whether it holds many of its second argument, each under a key. */
    static boolean isMapping(String name) {
        return MAPPINGS.contains(name);
    }
}
