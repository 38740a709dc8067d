package io.mnemolite.server.web.monitoring.process;

import io.mnemolite.server.web.monitoring.drawing.Axis;
import io.mnemolite.server.web.text.Amounts;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/**
 * What drawings show, as numbers.
 *
 * @param rows the latest first; moments of which nothing is known are left out
 */
public record HistoryTable(List<String> names, List<Row> rows) {

    public HistoryTable {
        names = List.copyOf(names);
        rows = List.copyOf(rows);
    }

    /** A part of the time and a value for each name. */
    public record Row(String time, List<String> values) {

        public Row {
            values = List.copyOf(values);
        }
    }

    /** A figure: a value for each part of an axis, and how it is written. */
    public record Column(String name, List<OptionalDouble> values, DoubleFunction<String> words) {

        public Column {
            values = List.copyOf(values);
        }
    }

    public static HistoryTable of(Axis axis, List<Column> columns) {
        List<Row> rows = new ArrayList<>();
        for (int part = axis.count() - 1; part >= 0; part--) {
            List<String> values = new ArrayList<>();
            boolean isKnown = false;
            for (Column column : columns) {
                OptionalDouble value = column.values().get(part);
                isKnown |= value.isPresent();
                values.add(value.isPresent() ? column.words().apply(value.getAsDouble()) : Amounts.NONE);
            }
            if (isKnown) {
                rows.add(new Row(axis.words(part), values));
            }
        }
        return new HistoryTable(columns.stream().map(Column::name).toList(), rows);
    }
}
