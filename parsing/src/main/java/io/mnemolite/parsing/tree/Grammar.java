package io.mnemolite.parsing.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The grammar of a language: which kinds of node its trees have, and by which fields a node names its children. A kind
 * is a small number that stands for a type and whether it is named, so that {@code if} the keyword and {@code if} the
 * statement are two kinds.
 */
public final class Grammar {

    private static final int ERROR_SYMBOL = 0xffff;

    private final String name;
    private final long address;
    private final short[] kindOfSymbol;
    private final List<String> kindNames = new ArrayList<>();
    private final List<Boolean> kindIsNamed = new ArrayList<>();
    private final Map<String, Integer> namedKinds = new HashMap<>();
    private final Map<String, Integer> anonymousKinds = new HashMap<>();
    private final String[] fields;
    private final Map<String, Integer> fieldNumbers = new HashMap<>();
    private final int errorKind;

    /**
     * @param address of the native description, valid for as long as the process lives
     * @param names of symbols, by number
     * @param fields names by number, from 1
     */
    Grammar(String name, long address, String[] names, boolean[] named, String[] fields) {
        this.name = name;
        this.address = address;
        this.fields = fields;
        kindOfSymbol = new short[names.length];
        for (int symbol = 0; symbol < names.length; symbol++) {
            kindOfSymbol[symbol] = (short) kindFor(names[symbol], named[symbol]);
        }
        errorKind = kindFor("ERROR", true);
        for (int field = 1; field < fields.length; field++) {
            fieldNumbers.put(fields[field], field);
        }
    }

    private int kindFor(String type, boolean isNamed) {
        return (isNamed ? namedKinds : anonymousKinds).computeIfAbsent(type, added -> {
            kindNames.add(added);
            kindIsNamed.add(isNamed);
            return kindNames.size() - 1;
        });
    }

    /** The name by which it was asked for, such as {@code c-sharp}. */
    public String name() {
        return name;
    }

    /** Kinds are 0 … count - 1. */
    public int kindCount() {
        return kindNames.size();
    }

    /** The kind of the named nodes of a type, such as {@code method_declaration}, or -1 when the grammar has none. */
    public int kind(String type) {
        return namedKinds.getOrDefault(type, -1);
    }

    /** The kind of a keyword or punctuation, such as {@code static}, or -1 when the grammar has none. */
    public int keyword(String text) {
        return anonymousKinds.getOrDefault(text, -1);
    }

    public String typeOfKind(int kind) {
        return kindNames.get(kind);
    }

    public boolean isNamedKind(int kind) {
        return kindIsNamed.get(kind);
    }

    /** The number of a field, from 1 on, or -1 when the grammar has none of this name. */
    public int field(String field) {
        return fieldNumbers.getOrDefault(field, -1);
    }

    String fieldName(int number) {
        return fields[number];
    }

    int errorKind() {
        return errorKind;
    }

    int kindOfSymbol(int symbol) {
        return symbol == ERROR_SYMBOL ? errorKind : kindOfSymbol[symbol];
    }

    long address() {
        return address;
    }

    @Override
    public String toString() {
        return name;
    }
}
