package org.gridrollout.jpa;

import java.util.List;

/** One row of a result, by column number from 0. Providers differ in the number types they give; we do not care. */
record Row(List<Object> columns) {

    /** Of what a native query gives for a row: an array, or the value itself if it has one column. */
    static Row of(Object given) {
        return new Row(given instanceof Object[] columns ? List.of(columns) : List.of(given));
    }

    String text(int column) {
        return (String) columns.get(column);
    }

    long number(int column) {
        return ((Number) columns.get(column)).longValue();
    }
}
