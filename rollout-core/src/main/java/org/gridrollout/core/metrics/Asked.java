package org.gridrollout.core.metrics;

import java.util.Arrays;
import org.gridrollout.api.rollout.Answer;
import org.gridrollout.api.rollout.Deployment;
import org.gridrollout.api.software.ProductId;

/**
 * What a site has to do with a release: whether it was asked to try it, what it answered, and when it ran it. Counts from the
 * release's announcement to the site on, at that instant.
 */
final class Asked extends Mark {

    /** The codes of a series of these are sums of those. */
    static final int DEPLOYED = 1;

    static final int DECLINED = 2;

    /** Until when a site runs what it runs now. */
    static final long STILL = Long.MAX_VALUE;

    private static final long[] NEVER = {};

    /** From and until, one after the other. */
    private long[] runs = NEVER;

    private boolean announced;
    private boolean deployed;
    private boolean declined;
    private long answeredAt;

    Asked(Series series, ProductId product) {
        super(series, product, 0, 0, NO_TIME);
    }

    /** The release was announced to the site: the first time counts, and every time is a chance to answer anew. */
    void announced(long when) {
        declined &= when <= answeredAt;
        if (announced) {
            recount();
        } else {
            announced = true;
            become(when, codeNow(), NO_TIME);
            addToSeries();
        }
    }

    void answered(Answer.Kind kind, long when) {
        declined = kind == Answer.Kind.DECLINED;
        answeredAt = when;
        recount();
    }

    void deployed(long since, long until, Deployment.Basis basis) {
        runs = Arrays.copyOf(runs, runs.length + 2);
        runs[runs.length - 2] = since;
        runs[runs.length - 1] = until;
        // What everybody installs from production is no trial any more.
        deployed |= basis != Deployment.Basis.PRODUCTION;
        recount();
    }

    void undeployed(long when) {
        for (int i = 1; i < runs.length; i += 2) {
            if (runs[i] == STILL) {
                runs[i] = when;
            }
        }
    }

    /** Whether the site ran the release at any time in a period; both ends belong to it. */
    boolean ranWithin(long from, long until) {
        for (int i = 0; i < runs.length; i += 2) {
            if (runs[i] <= until && runs[i + 1] > from) {
                return true;
            }
        }
        return false;
    }

    private void recount() {
        if (announced) {
            count(at(), codeNow(), NO_TIME);
        }
    }

    private int codeNow() {
        return (deployed ? DEPLOYED : 0) + (declined ? DECLINED : 0);
    }
}
