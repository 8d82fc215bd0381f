package org.gridrollout.core.metrics;

import org.gridrollout.api.software.ProductId;

/** Something that counts: when, as what, and what it took. Whatever changes goes through its series. */
class Mark {

    /** What took no time, or none yet. */
    static final long NO_TIME = -1;

    private final Series series;
    private final ProductId product;
    private long at;
    private long took;
    private int code;

    /** A mark that is not in its series yet. */
    Mark(Series series, ProductId product, long at, int code, long took) {
        this.series = series;
        this.product = product;
        this.at = at;
        this.code = code;
        this.took = took;
    }

    final void addToSeries() {
        series.add(this);
    }

    /** Counts at that instant, as that, and with that time from now on; it is in its series. */
    final void count(long newAt, int newCode, long newTook) {
        if (newAt != at || newCode != code || newTook != took) {
            series.change(this, newAt, newCode, newTook);
        }
    }

    /** For the series alone, which keeps its sums. */
    final void become(long newAt, int newCode, long newTook) {
        at = newAt;
        code = newCode;
        took = newTook;
    }

    final ProductId product() {
        return product;
    }

    final long at() {
        return at;
    }

    final int code() {
        return code;
    }

    /** Microseconds, or {@link #NO_TIME}. */
    final long took() {
        return took;
    }
}
