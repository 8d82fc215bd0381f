/**
 * What is to be told to whom. Callers and announcers read notices; only the core makes them.
 */
@NullMarked
package org.gridrollout.api.notice;

import org.jspecify.annotations.NullMarked;
