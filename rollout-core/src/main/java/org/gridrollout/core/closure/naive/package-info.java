/**
 * A second opinion: the same question answered by another, slower and clearer method. Called by tests, and by hosts on
 * demand; nobody implements.
 */
@NullMarked
package org.gridrollout.core.closure.naive;

import org.jspecify.annotations.NullMarked;
