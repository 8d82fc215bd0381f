/** Working calendars, and what downtimes excuse. Hosts and the lifecycle call these pure values; nobody extends them. */
@NullMarked
package org.gridrollout.core.sla;

import org.jspecify.annotations.NullMarked;
