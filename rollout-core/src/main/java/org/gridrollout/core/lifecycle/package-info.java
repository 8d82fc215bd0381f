/**
 * The state machine of a rollout as pure functions: decisions from (state, command, context), the fold of events, and the
 * transition table they both obey. Hosts read {@code TransitionTable} and make policies; the engine calls the rest.
 */
@NullMarked
package org.gridrollout.core.lifecycle;

import org.jspecify.annotations.NullMarked;
