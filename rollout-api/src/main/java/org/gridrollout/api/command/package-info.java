/**
 * What an actor may ask of the engine. Callers make commands; the hierarchy is sealed.
 */
@NullMarked
package org.gridrollout.api.command;

import org.jspecify.annotations.NullMarked;
