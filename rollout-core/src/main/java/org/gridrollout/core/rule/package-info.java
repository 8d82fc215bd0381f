/** The built-in promotion rules and how findings become a verdict. Hosts name the rules here in waivers. */
@NullMarked
package org.gridrollout.core.rule;

import org.jspecify.annotations.NullMarked;
