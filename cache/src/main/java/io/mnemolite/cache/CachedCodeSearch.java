package io.mnemolite.cache;

import io.mnemolite.core.code.search.CodeAnswer;
import io.mnemolite.core.code.search.CodeQuery;
import io.mnemolite.core.code.search.CodeSearch;
import java.util.Optional;

/** Keeps answers by query; a change of the repository asked for, or of any when none is named, makes them unacceptable. */
final class CachedCodeSearch implements CodeSearch {

    private final CodeSearch delegate;
    private final CoherentCache<SearchKey, SearchValue> cache;

    CachedCodeSearch(CodeSearch delegate, CoherentCache<SearchKey, SearchValue> cache) {
        this.delegate = delegate;
        this.cache = cache;
    }

    @Override
    public CodeAnswer search(CodeQuery query) {
        SearchValue value = cache.get(
                        new SearchKey.OfCode(query), () -> Optional.of(new SearchValue.OfCode(delegate.search(query))))
                .orElseThrow();
        if (value instanceof SearchValue.OfCode(CodeAnswer answer)) {
            return answer;
        }
        throw new IllegalStateException("A query for code has " + value.getClass());
    }
}
