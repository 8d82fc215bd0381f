/**
 * The life of one release: its state and everything known about it. Callers read these values; only the core makes them.
 */
@NullMarked
package org.gridrollout.api.rollout;

import org.jspecify.annotations.NullMarked;
