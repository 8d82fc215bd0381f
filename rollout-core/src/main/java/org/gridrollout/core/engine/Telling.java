package org.gridrollout.core.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gridrollout.api.event.RolloutEvent;
import org.gridrollout.api.notice.Notice;
import org.gridrollout.api.notice.Notice.Topic;
import org.gridrollout.api.party.Party;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.rollout.Rollout;
import org.gridrollout.core.evidence.Exposure;

/** Collects the notices of one event. Keys follow from release, event and recipient, so that replay gives the same. */
final class Telling {

    private final Rollout rollout;
    private final RolloutEvent event;
    private final int ordinal;
    private final Party team;
    private final List<Notice> notices = new ArrayList<>();

    /**
     * @param rollout the rollout after the event
     * @param ordinal the event's place in its decision, which tells apart what happens at one instant
     * @param team whoever owns the product
     */
    Telling(Rollout rollout, RolloutEvent event, int ordinal, Party team) {
        this.rollout = rollout;
        this.event = event;
        this.ordinal = ordinal;
        this.team = team;
    }

    List<Notice> notices() {
        return notices;
    }

    Rollout rollout() {
        return rollout;
    }

    /** What the release is called in sentences. */
    String release() {
        return rollout.release().toString();
    }

    void toMiddlewareUnit(Topic topic, String text) {
        to(Party.MIDDLEWARE_UNIT, topic, text);
    }

    void toTeam(Topic topic, String text) {
        to(team, topic, text);
    }

    void toSite(SiteId site, Topic topic, String text) {
        to(Party.site(site), topic, text);
    }

    /** The team, the sites asked, and those that run it. */
    void toConcerned(Topic topic, String text) {
        Set<Party> concerned = new LinkedHashSet<>();
        concerned.add(team);
        Exposure.sitesAsked(rollout).forEach(each -> concerned.add(Party.site(each)));
        concerned.addAll(running());
        concerned.forEach(each -> to(each, topic, text));
    }

    /** The sites that run it now. */
    void toRunning(Topic topic, String text) {
        running().forEach(each -> to(each, topic, text));
    }

    void to(Party recipient, Topic topic, String text) {
        String key = String.join(
                "|", rollout.id().value(), event.at().toString(), event.type() + "#" + ordinal, recipient.toString());
        if (notices.stream().noneMatch(each -> each.key().equals(key))) {
            notices.add(new Notice(key, topic, recipient, rollout.id(), text, event.at()));
        }
    }

    private List<Party> running() {
        return rollout.deployments().stream()
                .filter(each -> each.until().isEmpty())
                .map(each -> Party.site(each.site()))
                .distinct()
                .toList();
    }
}
