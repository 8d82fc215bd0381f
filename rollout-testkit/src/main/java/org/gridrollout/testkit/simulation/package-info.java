/**
 * Random teams, sites and MUs on any backends, and the invariants that hold whatever they do. Backend authors extend {@code
 * RolloutInvariants}.
 */
@NullMarked
package org.gridrollout.testkit.simulation;

import org.jspecify.annotations.NullMarked;
