/**
 * Production stays installable: random teams and MUs on any repository, and a second, independent opinion on what is there
 * after every step.
 */
@NullMarked
package org.gridrollout.testkit.closure;

import org.jspecify.annotations.NullMarked;
