package io.mnemolite.server.web.monitoring.section;

import io.mnemolite.core.operation.StoreMonitor.StatementFigures;
import io.mnemolite.server.web.text.Amounts;
import io.mnemolite.server.web.text.ShownText;

/** A statement that took long. */
public record Statement(ShownText text, long calls, String mean, String max) {

    private static final int LENGTH = 300;

    public static Statement of(StatementFigures figures) {
        return new Statement(
                ShownText.beginning(figures.statement().replaceAll("\\s+", " ").strip(), LENGTH),
                figures.calls(),
                Amounts.milliseconds(figures.meanMilliseconds()),
                Amounts.milliseconds(figures.maxMilliseconds()));
    }
}
