/**
 * Recorded journals, played again: to see whether they follow from their commands, and what would have happened under
 * another policy. Hosts call {@code JournalReplay} and {@code WhatIf}; nobody implements anything here.
 */
@NullMarked
package org.gridrollout.core.whatif;

import org.jspecify.annotations.NullMarked;
