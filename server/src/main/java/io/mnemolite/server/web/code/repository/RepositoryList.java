package io.mnemolite.server.web.code.repository;

import io.mnemolite.core.code.store.RepositoryFigures;
import java.util.List;

/**
 * All repositories, the one indexed last first.
 *
 * @param version differs when anything shown does
 */
public record RepositoryList(List<RepositoryCard> cards, String version) {

    static RepositoryList of(List<RepositoryFigures> figures) {
        return new RepositoryList(
                figures.stream().map(RepositoryCard::of).toList(), Integer.toHexString(figures.hashCode()));
    }

    /** How many, in words. */
    public String headline() {
        return cards.size() == 1 ? "1 repository" : cards.size() + " repositories";
    }
}
