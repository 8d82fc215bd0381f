/**
 * What silence is worth: where a release ran and for how long, what no failure in that time bounds, and what checks are
 * about. Hosts may call these functions for their own rules and pages.
 */
@NullMarked
package org.gridrollout.core.evidence;

import org.jspecify.annotations.NullMarked;
