package io.mnemolite.lucene.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.util.BytesRef;

/**
 * Metadata as a set of terms T with the property that {@code document @> filter} implies
 * {@code T(filter) ⊆ T(document)}, so that requiring the filter's terms never excludes a match. (The reverse does not
 * hold where {@link #isExact} does not say so: candidates are checked exactly afterwards.)
 *
 * <p>A term hashes (path, kind, value). The path is the keys from the root, and a mark for each step into an array.
 *
 * <ul>
 *   <li>T(scalar) = {(path, its kind, its value)}
 *   <li>T(object) = {(path, object)} ∪ T of every member
 *   <li>T(array) = {(path, array)} ∪ T of every element
 * </ul>
 *
 * By induction: equal scalars have equal terms; an object contains another key by key, at equal paths; an array contains
 * another when each of the other's elements is contained in some element of its own, again at equal paths. The empty
 * object and the empty array leave only "there is an object (array) here", which every object (array) there has.
 */
public final class MetadataTerms {

    /** A document of more terms carries {@link #EVERYTHING} instead. */
    public static final int MAX_DOCUMENT_TERMS = 1_000;

    /** A filter is held to this many of its terms; fewer requirements keep it a superset. */
    public static final int MAX_FILTER_TERMS = 64;

    /** The mark of a document that passes every filter; shorter than any hash, so that it equals none. */
    public static final BytesRef EVERYTHING = new BytesRef(new byte[] {0});

    private MetadataTerms() {}

    /**
     * Whether also {@code T(filter) ⊆ T(document)} implies {@code document @> filter}, as long as the document does not carry
     * {@link #EVERYTHING}. So it is where the filter is held to all of its terms and holds neither arrays, whose elements share
     * a path, nor numbers, of which different ones share a term: then each term names the one place in a document where its
     * value has to be.
     */
    public static boolean isExact(ObjectNode filter) {
        return ofFilter(filter).size() < MAX_FILTER_TERMS && hasOnePlaceForEach(filter);
    }

    private static boolean hasOnePlaceForEach(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> value.properties().stream().allMatch(member -> hasOnePlaceForEach(member.getValue()));
            case STRING, BOOLEAN, NULL -> true;
            case ARRAY, NUMBER, MISSING, BINARY, POJO -> false;
        };
    }

    /** The terms of a document's metadata, distinct. */
    public static List<BytesRef> ofDocument(ObjectNode metadata) {
        Set<BytesRef> terms = new LinkedHashSet<>();
        TermCollector collector = new TermCollector(terms, MAX_DOCUMENT_TERMS + 1);
        for (var member : metadata.properties()) {
            collector.member(member.getKey(), member.getValue(), true);
        }
        return terms.size() > MAX_DOCUMENT_TERMS ? List.of(EVERYTHING) : List.copyOf(terms);
    }

    /** Terms that a document needs, or {@link #EVERYTHING}, to possibly contain the filter. */
    public static List<BytesRef> ofFilter(ObjectNode filter) {
        Set<BytesRef> terms = new LinkedHashSet<>();
        TermCollector collector = new TermCollector(terms, MAX_FILTER_TERMS);
        for (var member : filter.properties()) {
            // What a container holds implies the container, so that only empty ones need a term of their own.
            collector.member(member.getKey(), member.getValue(), false);
        }
        return List.copyOf(terms);
    }
}
