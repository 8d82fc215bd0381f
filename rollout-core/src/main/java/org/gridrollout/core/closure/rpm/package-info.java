/** What the capabilities of RPM packages mean. Hosts call; nobody implements. */
@NullMarked
package org.gridrollout.core.closure.rpm;

import org.jspecify.annotations.NullMarked;
