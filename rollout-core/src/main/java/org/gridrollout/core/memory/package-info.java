/**
 * Backends that live with their process: for tests, simulations and trying out rules. Callers make and use them; nobody
 * implements anything here.
 */
@NullMarked
package org.gridrollout.core.memory;

import org.jspecify.annotations.NullMarked;
