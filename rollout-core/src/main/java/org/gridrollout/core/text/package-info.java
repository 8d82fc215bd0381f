/** How what the core says to people is laid out. For the core's own packages only. */
@NullMarked
package org.gridrollout.core.text;

import org.jspecify.annotations.NullMarked;
