package io.mnemolite.core.code.resolution.module;

/** What functions of built-in collections yield, and hand to a function. They are never the target of an edge. */
final class BuiltIns {

    private BuiltIns() {}

    static Value of(Value.Collection collection, String name) {
        Value element = collection.element();
        return switch (name) {
            case "find", "findLast", "at", "pop", "shift", "popleft", "next", "__next__" -> function(element, element);
            case "filter", "slice", "concat", "reverse", "sort", "toSorted", "toReversed", "values", "copy", "union" ->
                function(collection, element);
            case "forEach", "map", "flatMap", "some", "every", "findIndex" -> function(Value.UNKNOWN, element);
            default -> Value.UNKNOWN;
        };
    }

    static Value of(Value.Mapping mapping, String name) {
        Value value = mapping.value();
        return switch (name) {
            case "get", "pop", "setdefault" -> function(value, Value.UNKNOWN);
            case "values", "itervalues" -> function(new Value.Collection(value), Value.UNKNOWN);
            case "forEach" -> function(Value.UNKNOWN, value);
            default -> Value.UNKNOWN;
        };
    }

    private static Value function(Value result, Value handed) {
        return new Value.BuiltIn(result, handed);
    }
}
