package org.gridrollout.jpa;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows for one table, sent many to a statement. */
final class Inserts {

    // Bounded in rows, so that few different statements arise, and in characters, so that none grows beyond a packet.
    private static final int MOST_ROWS = 50;
    private static final int MOST_CHARACTERS = 500_000;

    private final Database database;
    private final String into;
    private final int columns;
    private final List<Object> waiting = new ArrayList<>();
    private int characters;

    /**
     * @param into the table and its columns, {@code @journal (position, ...)}
     */
    Inserts(Database database, String into) {
        this.database = database;
        this.into = into;
        this.columns = (int) into.chars().filter(c -> c == ',').count() + 1;
    }

    void add(Object... values) {
        for (Object value : values) {
            waiting.add(value);
            characters += value instanceof String text ? text.length() : 0;
        }
        if (waiting.size() >= MOST_ROWS * columns || characters >= MOST_CHARACTERS) {
            send();
        }
    }

    /** Sends what is left; call it once after the last row. */
    void send() {
        int rows = waiting.size() / columns;
        if (rows > 0) {
            String values =
                    IntStream.range(0, rows).mapToObj(this::placeholders).collect(Collectors.joining(", "));
            database.update("INSERT INTO " + into + " VALUES " + values, waiting);
            waiting.clear();
            characters = 0;
        }
    }

    private String placeholders(int row) {
        return IntStream.rangeClosed(1, columns)
                .mapToObj(column -> "?" + (row * columns + column))
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
