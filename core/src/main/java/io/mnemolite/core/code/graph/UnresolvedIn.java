package io.mnemolite.core.code.graph;

import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.resolution.edge.UnresolvedSite;
import io.mnemolite.core.code.store.CodeFileId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The call sites without an edge that stand in symbols. */
final class UnresolvedIn {

    private static final Logger LOG = LoggerFactory.getLogger(UnresolvedIn.class);

    /** The records of more files are not read: what their whole repository has is told instead. */
    private static final int MOST_FILES = 1_000;

    private static final int FILES_AT_ONCE = 200;

    private final CodeGraphStore store;

    UnresolvedIn(CodeGraphStore store) {
        this.store = store;
    }

    /** The sites, those of a file in the order of their places. What an earlier version found is none: the graph is stale then. */
    List<UnresolvedSite> sites(Collection<PlacedSymbol> symbols) {
        List<UnresolvedSite> sites = new ArrayList<>();
        read(symbols, sites);
        return sites;
    }

    /** Adds the sites; how many records of files are damaged. */
    private int read(Collection<PlacedSymbol> symbols, List<UnresolvedSite> sites) {
        Set<SymbolId> ids = new HashSet<>();
        Set<CodeFileId> files = new HashSet<>();
        for (PlacedSymbol placed : symbols) {
            ids.add(placed.symbol().id());
            files.add(placed.symbol().file());
        }
        List<CodeFileId> all = List.copyOf(files);
        int damaged = 0;
        for (int from = 0; from < all.size(); from += FILES_AT_ONCE) {
            List<CodeFileId> some = all.subList(from, Math.min(all.size(), from + FILES_AT_ONCE));
            for (StoredResolution stored : store.resolutions(some)) {
                damaged += add(stored, ids, sites) ? 0 : 1;
            }
        }
        return damaged;
    }

    /** False when the record is damaged. */
    private static boolean add(StoredResolution stored, Set<SymbolId> ids, List<UnresolvedSite> sites) {
        if (!ResolutionCodec.isCurrent(stored.resolution())) {
            return true;
        }
        try {
            ResolutionCodec.decode(stored.resolution()).unresolved().stream()
                    .filter(site -> ids.contains(site.caller()))
                    .forEach(sites::add);
            return true;
        } catch (IllegalArgumentException e) {
            LOG.warn("The resolution of '{}' cannot be read; building the graph makes it anew", stored.path(), e);
            return false;
        }
    }

    /**
     * How many of them may lead into the repository, or, of symbols in very many files, how many the repository has. A damaged
     * record counts as one site: what it held is not known to be nothing.
     */
    long count(String repository, Collection<PlacedSymbol> symbols) {
        long files = symbols.stream()
                .map(placed -> placed.symbol().file())
                .distinct()
                .count();
        if (files > MOST_FILES) {
            return store.unresolved(repository);
        }
        List<UnresolvedSite> sites = new ArrayList<>();
        int damaged = read(symbols, sites);
        return damaged + sites.stream().filter(UnresolvedSite::mayLeadInside).count();
    }
}
