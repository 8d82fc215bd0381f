/**
 * The state machine of a rollout as pure functions: decisions from (state, command, context), the fold of events, and the
 * transition table they both obey. Hosts read {@code TransitionTable} and make policies; the engine calls the rest.
 */
@NullMarked
@Value.Style(allowedClasspathAnnotations = Generated.class)
package org.gridrollout.core.lifecycle;

import javax.annotation.processing.Generated;
import org.immutables.value.Value;
import org.jspecify.annotations.NullMarked;
