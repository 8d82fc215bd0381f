/**
 * Who takes part: actors and their roles, sites, teams, and who must act next. Callers make these values; nobody implements them.
 */
@NullMarked
package org.gridrollout.api.party;

import org.jspecify.annotations.NullMarked;
