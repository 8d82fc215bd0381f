/** How every benchmark is run, summed up and written down. For the benchmarks of this module; nothing here is published. */
@NullMarked
package org.gridrollout.benchmarks;

import org.jspecify.annotations.NullMarked;
