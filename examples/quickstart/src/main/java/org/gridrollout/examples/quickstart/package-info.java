/** The main job as a runnable example: the process in six acts on real backends. */
@NullMarked
package org.gridrollout.examples.quickstart;

import org.jspecify.annotations.NullMarked;
