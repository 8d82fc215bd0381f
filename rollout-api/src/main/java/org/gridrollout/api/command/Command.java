package org.gridrollout.api.command;

import org.gridrollout.api.party.Actor;

/** What an actor asks of the engine. The instant it is asked at comes from the engine's clock. */
public sealed interface Command permits RolloutCommand, RegistryCommand {

    /** Who asks. */
    Actor actor();
}
