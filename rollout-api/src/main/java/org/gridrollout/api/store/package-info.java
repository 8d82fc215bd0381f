/**
 * What a store is asked to keep: opaque documents, journal entries and what they are indexed by. The core makes these; stores keep and return them unchanged.
 */
@NullMarked
package org.gridrollout.api.store;

import org.jspecify.annotations.NullMarked;
