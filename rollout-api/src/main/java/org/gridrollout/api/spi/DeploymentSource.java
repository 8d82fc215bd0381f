package org.gridrollout.api.spi;

import java.util.List;
import org.gridrollout.api.registry.Inventory;

/**
 * An inventory that says what sites run: an information system, a monitoring probe, a configuration database. It is read
 * when the host asks the engine to, by one thread at a time for each reading; it need not be thread-safe beyond that.
 *
 * <p>The same reading again changes nothing, and an older one never replaces a newer one, so that several sources may
 * overlap. May throw; nothing is then read, and the next reading makes up for it.
 */
public interface DeploymentSource {

    /** What the source is called, in messages. */
    String name();

    /** What sites run, each site and platform whole; sites that cannot be reached are left out and stay as they were. */
    List<Inventory> read();
}
