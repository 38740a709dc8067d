package io.mnemolite.parsing.tree;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * The C library tree-sitter, as far as it is used: describe a grammar, and parse a text into a {@link TreeRecorder}.
 * No native pointer leaves this class, and nothing native outlives a call, but for the loaded libraries.
 *
 * <p>The handles take the function's address as their first argument: only so can they be constants, which the compiler
 * needs to make a call of a few nanoseconds of them, while the library is found at run time.
 */
@SuppressWarnings("restricted") // Native access is what this class is for.
final class TreeSitter {

    private static final Linker LINKER = Linker.nativeLinker();
    private static final Linker.Option BRIEF = Linker.Option.critical(false);
    private static final AddressLayout TEXT =
            ADDRESS.withTargetLayout(MemoryLayout.sequenceLayout(Long.MAX_VALUE, JAVA_BYTE));

    // The structs of tree_sitter/api.h that are passed by value.
    private static final StructLayout NODE =
            MemoryLayout.structLayout(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS);
    private static final StructLayout CURSOR =
            MemoryLayout.structLayout(ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, MemoryLayout.paddingLayout(4));
    private static final StructLayout POINT = MemoryLayout.structLayout(JAVA_INT, JAVA_INT);
    private static final StructLayout INPUT =
            MemoryLayout.structLayout(ADDRESS, ADDRESS, JAVA_INT, MemoryLayout.paddingLayout(4), ADDRESS);
    private static final StructLayout OPTIONS = MemoryLayout.structLayout(ADDRESS, ADDRESS);

    /** What the two callbacks are handed: text address, its length, calls left, deadline in nanoseconds. */
    private static final StructLayout PAYLOAD = MemoryLayout.structLayout(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);

    private static final MethodHandle ADDRESS_OF_ID = handle(FunctionDescriptor.of(TEXT, ADDRESS, JAVA_SHORT));
    private static final MethodHandle COUNT = handle(FunctionDescriptor.of(JAVA_INT, ADDRESS));
    private static final MethodHandle TYPE_OF_SYMBOL = handle(FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_SHORT));
    private static final MethodHandle NEW = handle(FunctionDescriptor.of(ADDRESS));
    private static final MethodHandle DELETE = handle(FunctionDescriptor.ofVoid(ADDRESS));
    private static final MethodHandle SET_LANGUAGE = handle(FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS, ADDRESS));
    private static final MethodHandle PARSE = handle(FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, INPUT, OPTIONS));
    private static final MethodHandle ROOT = handle(FunctionDescriptor.of(NODE, ADDRESS));
    private static final MethodHandle CURSOR_NEW = handle(FunctionDescriptor.of(CURSOR, NODE));
    private static final MethodHandle MOVE = handle(FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS), BRIEF);
    private static final MethodHandle CURRENT = handle(FunctionDescriptor.of(NODE, ADDRESS), BRIEF);
    private static final MethodHandle FIELD = handle(FunctionDescriptor.of(JAVA_SHORT, ADDRESS), BRIEF);
    private static final MethodHandle NODE_TO_SHORT = handle(FunctionDescriptor.of(JAVA_SHORT, NODE), BRIEF);
    private static final MethodHandle NODE_TO_INT = handle(FunctionDescriptor.of(JAVA_INT, NODE), BRIEF);
    private static final MethodHandle NODE_TO_BOOLEAN = handle(FunctionDescriptor.of(JAVA_BOOLEAN, NODE), BRIEF);

    private static final MemorySegment READ = callback(
            "read",
            MethodType.methodType(
                    MemorySegment.class, MemorySegment.class, int.class, MemorySegment.class, MemorySegment.class),
            FunctionDescriptor.of(
                    ADDRESS, ADDRESS.withTargetLayout(PAYLOAD), JAVA_INT, POINT, ADDRESS.withTargetLayout(JAVA_INT)));
    private static final MemorySegment PROGRESS = callback(
            "isOverBudget",
            MethodType.methodType(boolean.class, MemorySegment.class),
            FunctionDescriptor.of(
                    JAVA_BOOLEAN,
                    ADDRESS.withTargetLayout(MemoryLayout.structLayout(ADDRESS.withTargetLayout(PAYLOAD)))));

    private final MemorySegment symbolName;
    private final MemorySegment symbolCount;
    private final MemorySegment symbolType;
    private final MemorySegment fieldName;
    private final MemorySegment fieldCount;
    private final MemorySegment parserNew;
    private final MemorySegment parserDelete;
    private final MemorySegment parserSetLanguage;
    private final MemorySegment parserParse;
    private final MemorySegment treeDelete;
    private final MemorySegment treeRoot;
    private final MemorySegment cursorNew;
    private final MemorySegment cursorDelete;
    private final MemorySegment cursorFirstChild;
    private final MemorySegment cursorNextSibling;
    private final MemorySegment cursorParent;
    private final MemorySegment cursorNode;
    private final MemorySegment cursorField;
    private final MemorySegment nodeSymbol;
    private final MemorySegment nodeEnd;
    private final MemorySegment nodeIsMissing;

    TreeSitter(NativeLibrary library) {
        symbolName = library.function("ts_language_symbol_name");
        symbolCount = library.function("ts_language_symbol_count");
        symbolType = library.function("ts_language_symbol_type");
        fieldName = library.function("ts_language_field_name_for_id");
        fieldCount = library.function("ts_language_field_count");
        parserNew = library.function("ts_parser_new");
        parserDelete = library.function("ts_parser_delete");
        parserSetLanguage = library.function("ts_parser_set_language");
        parserParse = library.function("ts_parser_parse_with_options");
        treeDelete = library.function("ts_tree_delete");
        treeRoot = library.function("ts_tree_root_node");
        cursorNew = library.function("ts_tree_cursor_new");
        cursorDelete = library.function("ts_tree_cursor_delete");
        cursorFirstChild = library.function("ts_tree_cursor_goto_first_child");
        cursorNextSibling = library.function("ts_tree_cursor_goto_next_sibling");
        cursorParent = library.function("ts_tree_cursor_goto_parent");
        cursorNode = library.function("ts_tree_cursor_current_node");
        cursorField = library.function("ts_tree_cursor_current_field_id");
        nodeSymbol = library.function("ts_node_symbol");
        nodeEnd = library.function("ts_node_end_byte");
        nodeIsMissing = library.function("ts_node_is_missing");
    }

    /** The grammar that the function {@code factory} of {@code library} returns. */
    Grammar grammar(String name, NativeLibrary library, String factory) {
        try {
            MemorySegment language = (MemorySegment) NEW.invokeExact(library.function(factory));
            String[] names = new String[(int) COUNT.invokeExact(symbolCount, language)];
            boolean[] named = new boolean[names.length];
            for (int symbol = 0; symbol < names.length; symbol++) {
                names[symbol] = text((MemorySegment) ADDRESS_OF_ID.invokeExact(symbolName, language, (short) symbol));
                named[symbol] = (int) TYPE_OF_SYMBOL.invokeExact(symbolType, language, (short) symbol) == 0;
            }
            String[] fields = new String[1 + (int) COUNT.invokeExact(fieldCount, language)];
            fields[0] = "";
            for (int field = 1; field < fields.length; field++) {
                fields[field] = text((MemorySegment) ADDRESS_OF_ID.invokeExact(fieldName, language, (short) field));
            }
            return new Grammar(name, language.address(), names, named, fields);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /**
     * Parses {@code source}, a final line feed added when it lacks one, and records each node.
     *
     * @return whether the text was parsed within its budget; nothing is recorded else
     */
    boolean parse(Grammar grammar, byte[] source, long steps, long deadline, TreeRecorder recorder) {
        boolean finished = source.length > 0 && source[source.length - 1] == '\n';
        int length = finished ? source.length : source.length + 1;
        try (Arena arena = Arena.ofConfined()) {
            // Filled whole below: malloc'ed zeros would cost a second pass.
            MemorySegment text = arena.allocate(length, 8);
            MemorySegment.copy(source, 0, text, JAVA_BYTE, 0, source.length);
            if (!finished) {
                text.set(JAVA_BYTE, source.length, (byte) '\n');
            }
            MemorySegment tree = parse(grammar, text, steps, deadline, arena);
            if (tree.address() == 0) {
                return false;
            }
            try {
                record(tree, recorder, arena);
                return true;
            } finally {
                DELETE.invokeExact(treeDelete, tree);
            }
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    private MemorySegment parse(Grammar grammar, MemorySegment text, long steps, long deadline, Arena arena)
            throws Throwable {
        MemorySegment payload = arena.allocate(PAYLOAD);
        payload.setAtIndex(JAVA_LONG, 0, text.address());
        payload.setAtIndex(JAVA_LONG, 1, text.byteSize());
        payload.setAtIndex(JAVA_LONG, 2, steps);
        payload.setAtIndex(JAVA_LONG, 3, deadline);
        MemorySegment input = arena.allocate(INPUT);
        input.set(ADDRESS, 0, payload);
        input.set(ADDRESS, 8, READ);
        MemorySegment options = arena.allocate(OPTIONS);
        options.set(ADDRESS, 0, payload);
        options.set(ADDRESS, 8, PROGRESS);
        MemorySegment parser = (MemorySegment) NEW.invokeExact(parserNew);
        try {
            MemorySegment language = MemorySegment.ofAddress(grammar.address());
            if (!(boolean) SET_LANGUAGE.invokeExact(parserSetLanguage, parser, language)) {
                throw new IllegalStateException("The grammar " + grammar + " does not fit this tree-sitter.");
            }
            return (MemorySegment) PARSE.invokeExact(parserParse, parser, MemorySegment.NULL, input, options);
        } finally {
            DELETE.invokeExact(parserDelete, parser);
        }
    }

    private void record(MemorySegment tree, TreeRecorder recorder, Arena arena) throws Throwable {
        MemorySegment node = arena.allocate(NODE);
        SegmentAllocator intoNode = SegmentAllocator.prefixAllocator(node);
        MemorySegment root = (MemorySegment) ROOT.invokeExact(treeRoot, intoNode, tree);
        MemorySegment cursor = (MemorySegment) CURSOR_NEW.invokeExact(cursorNew, (SegmentAllocator) arena, root);
        try {
            while (true) {
                open(cursor, intoNode, recorder);
                if ((boolean) MOVE.invokeExact(cursorFirstChild, cursor)) {
                    continue;
                }
                recorder.close();
                while (!(boolean) MOVE.invokeExact(cursorNextSibling, cursor)) {
                    if (!(boolean) MOVE.invokeExact(cursorParent, cursor)) {
                        return;
                    }
                    recorder.close();
                }
            }
        } finally {
            DELETE.invokeExact(cursorDelete, cursor);
        }
    }

    // A method of its own is called often enough to be compiled soon; the loop around it is entered once a file.
    private void open(MemorySegment cursor, SegmentAllocator intoNode, TreeRecorder recorder) throws Throwable {
        MemorySegment node = (MemorySegment) CURRENT.invokeExact(cursorNode, intoNode, cursor);
        int start = node.get(JAVA_INT, 0);
        int end = (int) NODE_TO_INT.invokeExact(nodeEnd, node);
        short symbol = (short) NODE_TO_SHORT.invokeExact(nodeSymbol, node);
        short field = (short) FIELD.invokeExact(cursorField, cursor);
        // Only a node without text can be missing, so most need not be asked.
        boolean missing = start == end && (boolean) NODE_TO_BOOLEAN.invokeExact(nodeIsMissing, node);
        recorder.open(symbol & 0xffff, field & 0xffff, start, end, missing);
    }

    /** Called by tree-sitter: the text from {@code offset} on. */
    static MemorySegment read(MemorySegment payload, int offset, MemorySegment position, MemorySegment bytesRead) {
        long length = payload.getAtIndex(JAVA_LONG, 1);
        long from = Math.min(Integer.toUnsignedLong(offset), length);
        bytesRead.set(JAVA_INT, 0, (int) (length - from));
        return MemorySegment.ofAddress(payload.getAtIndex(JAVA_LONG, 0) + from);
    }

    /** Called by tree-sitter every hundred steps: whether to give up. */
    static boolean isOverBudget(MemorySegment state) {
        MemorySegment payload = state.get(ADDRESS.withTargetLayout(PAYLOAD), 0);
        long left = payload.getAtIndex(JAVA_LONG, 2) - 1;
        payload.setAtIndex(JAVA_LONG, 2, left);
        return left < 0 || System.nanoTime() - payload.getAtIndex(JAVA_LONG, 3) > 0;
    }

    private static MethodHandle handle(FunctionDescriptor function, Linker.Option... options) {
        return LINKER.downcallHandle(function, options);
    }

    private static MemorySegment callback(String method, MethodType type, FunctionDescriptor function) {
        try {
            return LINKER.upcallStub(
                    MethodHandles.lookup().findStatic(TreeSitter.class, method, type), function, Arena.global());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static String text(@Nullable MemorySegment address) {
        return address == null || address.address() == 0
                ? ""
                : address.getString(0).intern();
    }

    private static RuntimeException unexpected(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException known ? known : new IllegalStateException(thrown);
    }
}
