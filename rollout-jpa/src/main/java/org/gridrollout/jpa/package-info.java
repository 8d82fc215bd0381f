/**
 * A {@link org.gridrollout.api.spi.RolloutStore} in the host's database, through the host's persistence provider. Hosts
 * call it; nobody implements anything here. It maps no entities: its SQL is what H2, PostgreSQL and MariaDB share.
 */
@NullMarked
package org.gridrollout.jpa;

import org.jspecify.annotations.NullMarked;
