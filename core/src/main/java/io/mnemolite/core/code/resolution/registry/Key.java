package io.mnemolite.core.code.resolution.registry;

/** The keys of questions. When two questions share a key, a file is resolved once too often, and no harm is done. */
final class Key {

    private Key() {}

    /** Which types or modules have this name? */
    static long container(String qualifiedName) {
        return mix(1, qualifiedName.hashCode(), 0);
    }

    /** Which members of this name has a container of that name? */
    static long member(String qualifiedName, String name) {
        return mix(2, qualifiedName.hashCode(), name.hashCode());
    }

    /** What does a file import? */
    static long imports(String path) {
        return mix(3, path.hashCode(), 0);
    }

    /** Does anything of this family have this simple name? */
    static long defined(Naming naming, String name) {
        return mix(4, naming.name().hashCode(), name.hashCode());
    }

    /** Which modules or namespaces that share this name have a member of that name? */
    static long declaring(String sharedName, String member) {
        return mix(5, sharedName.hashCode(), member.hashCode());
    }

    /** The finalizer of SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mix(int kind, int first, int second) {
        long value = (((long) first << 32) | Integer.toUnsignedLong(second)) + kind * 0x9E3779B97F4A7C15L;
        value = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        value = (value ^ (value >>> 27)) * 0x94D049BB133111EBL;
        return value ^ (value >>> 31);
    }
}
