/**
 * Transitions, decisions and replay: the bare transition table against state machine libraries, and what a full decision
 * costs. Started by {@code benchmarks/run lifecycle}.
 */
@NullMarked
package org.gridrollout.benchmarks.lifecycle;

import org.jspecify.annotations.NullMarked;
