/**
 * Who runs what: a read model folded over the journal. Hosts keep a {@code VersionRegister} and ask it; nobody implements
 * anything here.
 */
@NullMarked
package org.gridrollout.core.register;

import org.jspecify.annotations.NullMarked;
