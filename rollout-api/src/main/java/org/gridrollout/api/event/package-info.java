/**
 * What has happened to a rollout, as recorded in the journal. Callers read events; only the core makes them; the hierarchy is sealed.
 */
@NullMarked
package org.gridrollout.api.event;

import org.jspecify.annotations.NullMarked;
