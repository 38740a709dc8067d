package io.mnemolite.core.code.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.core.code.Language;
import io.mnemolite.core.code.facts.DefinitionKind;
import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.graph.CodeGraphStore.Link;
import io.mnemolite.core.code.resolution.edge.Edge;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.core.token.TokenCount;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Two parts that know nothing of each other: orders, which three lead to, and bills. */
class RepositoryMapTest {

    private static final PlacedSymbol ORDERS = symbol(1, "shop/orders.py", "Orders", false);
    private static final PlacedSymbol PLACE = symbol(2, "shop/cart.py", "Cart.place", false);
    private static final PlacedSymbol CANCEL = symbol(3, "shop/cart.py", "Cart.cancel", false);
    private static final PlacedSymbol BILLS = symbol(4, "money/bills.py", "Bills", false);
    private static final PlacedSymbol PRINT = symbol(5, "money/printer.py", "Printer.print", false);
    private static final PlacedSymbol CHECKS = symbol(6, "tests/test_bills.py", "checks_bills", true);

    private static final PlacedSymbol HISTORY = symbol(7, "shop/history.py", "history", false);

    private static final List<PlacedSymbol> SYMBOLS = List.of(ORDERS, PLACE, CANCEL, BILLS, PRINT, CHECKS, HISTORY);
    private static final List<Link> LINKS = List.of(
            call(PLACE, ORDERS), call(CANCEL, ORDERS), call(HISTORY, ORDERS), call(PRINT, BILLS), call(CHECKS, BILLS));

    /** Room for the first symbol and no other. */
    private static final int ONE = 20;

    private static PlacedSymbol symbol(int number, String path, String name, boolean isTest) {
        return symbol(number, path, DefinitionKind.FUNCTION, name, isTest, false);
    }

    private static PlacedSymbol symbol(int number, String path, DefinitionKind kind, String name, boolean isImplicit) {
        return symbol(number, path, kind, name, false, isImplicit);
    }

    private static PlacedSymbol symbol(
            int number, String path, DefinitionKind kind, String name, boolean isTest, boolean isImplicit) {
        CodeSymbol symbol = new CodeSymbol(
                new SymbolId(new UUID(0, number)),
                CodeFileId.of("r", path),
                kind,
                name.substring(name.lastIndexOf('.') + 1),
                name,
                "",
                number,
                number,
                isTest,
                isImplicit);
        return new PlacedSymbol(symbol, "r", path, new Language("python"), Instant.EPOCH);
    }

    private static Link call(PlacedSymbol source, PlacedSymbol target) {
        return new Link(source.symbol().id(), target.symbol().id(), Edge.Kind.CALLS);
    }

    @Test
    void map_withoutFocus_showsWhatMostLeadsTo() {
        RepositoryMap map = RepositoryMap.of(SYMBOLS, LINKS, null, ONE);

        assertThat(map.text()).isEqualTo("shop/orders.py:\n  1 function Orders()\n");
        assertThat(map.shown()).isEqualTo(1);
        assertThat(map.total()).isEqualTo(7);
    }

    @Test
    void map_withAFocusOnAPath_favoursItAndWhatItLeadsTo() {
        assertThat(RepositoryMap.of(SYMBOLS, LINKS, "MONEY/", ONE).text())
                .isEqualTo("money/bills.py:\n  4 function Bills()\n");
        assertThat(RepositoryMap.of(SYMBOLS, LINKS, "money/printer", 100).text())
                .startsWith("money/bills.py:\n  4 function Bills()\nmoney/printer.py:\n  5 function Printer.print()\n");
    }

    @Test
    void map_withAFocusOnAName_favoursItWhateverTheCase() {
        RepositoryMap map = RepositoryMap.of(SYMBOLS, LINKS, "printer.PRINT", 2 * ONE + 3);

        assertThat(map.text())
                .isEqualTo("money/bills.py:\n  4 function Bills()\nmoney/printer.py:\n  5 function Printer.print()\n");
    }

    @Test
    void map_withAFocusOnTests_showsThemToo() {
        assertThat(RepositoryMap.of(SYMBOLS, LINKS, "tests/", 3 * ONE).text()).contains("checks_bills()");
    }

    @Test
    void map_withAFocusThatNothingHas_favoursNothing() {
        assertThat(RepositoryMap.of(SYMBOLS, LINKS, "nowhere", ONE).text()).startsWith("shop/orders.py:");
    }

    /** What nobody wrote is not shown, and what leads to it leads to its type. */
    @Test
    void map_ofAConstructorThatNobodyWrote_showsItsType() {
        PlacedSymbol type = symbol(8, "a/point.py", DefinitionKind.CLASS, "Point", false);
        PlacedSymbol creation = symbol(9, "a/point.py", DefinitionKind.CONSTRUCTOR, "Point.<init>", true);
        List<PlacedSymbol> symbols = List.of(type, creation, PLACE, CANCEL);

        RepositoryMap map =
                RepositoryMap.of(symbols, List.of(call(PLACE, creation), call(CANCEL, creation)), null, ONE);

        assertThat(map.text()).isEqualTo("a/point.py:\n  8 class Point\n");
        assertThat(map.total()).isEqualTo(3);
    }

    @Test
    void map_takesNoMoreThanItsTokens() {
        for (int most = 10; most < 150; most++) {
            RepositoryMap map = RepositoryMap.of(SYMBOLS, LINKS, null, most);

            assertThat(TokenCount.of(map.text())).isEqualTo(map.tokens()).isLessThanOrEqualTo(most);
        }
    }
}
