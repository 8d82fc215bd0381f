/**
 * Checks that a journal is as it was written. Hosts call {@link JournalVerifier}; nobody implements anything here.
 */
@NullMarked
package org.gridrollout.core.journal;

import org.jspecify.annotations.NullMarked;
