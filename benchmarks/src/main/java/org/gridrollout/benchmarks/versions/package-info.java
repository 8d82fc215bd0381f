/** Comparing RPM versions: ours against general version libraries. Started by {@code benchmarks/run versions}. */
@NullMarked
package org.gridrollout.benchmarks.versions;

import org.jspecify.annotations.NullMarked;
