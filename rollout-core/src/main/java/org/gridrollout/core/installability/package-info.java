/**
 * What clients can install from a repository on top of its base, and what a change would do to it: kept per stage and
 * platform, so that a question costs the change. Which releases can be promoted, alone or together.
 */
@NullMarked
package org.gridrollout.core.installability;

import org.jspecify.annotations.NullMarked;
