package org.gridrollout.testkit.simulation;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.gridrollout.api.command.Command;
import org.gridrollout.api.command.IncidentCommand;
import org.gridrollout.api.party.Actor;
import org.gridrollout.api.party.SiteId;
import org.gridrollout.api.party.TeamId;

/** People who try what is not theirs. */
final class Intruders {

    /** A site that is none of ours, somebody else's team, and somebody who claims to be the engine. */
    static final List<Actor> ALL = List.of(
            Actor.site("eve", SiteId.of("ELSEWHERE")), Actor.productTeam("eve", TeamId.of("other-team")), Actor.SYSTEM);

    private Intruders() {}

    /** Everybody may file incidents, and whoever filed one answers for it; everything else is somebody's right. */
    static boolean hasNoRight(Actor intruder, Command command) {
        boolean filing = command instanceof IncidentCommand.FileIncident
                || command instanceof IncidentCommand.ProvideInformation;
        return intruder.equals(Actor.SYSTEM) || !filing;
    }

    /** The same command, asked by somebody else. */
    static Command as(Actor actor, Command command) {
        RecordComponent[] components = command.getClass().getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                values[i] = components[i].getName().equals("actor")
                        ? actor
                        : components[i].getAccessor().invoke(command);
            }
            Constructor<?> constructor = command.getClass().getDeclaredConstructor(types);
            return (Command) constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
