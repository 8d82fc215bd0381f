/** Reads RPM files: lead, signature header and header, never the payload. Internal to this module. */
@NullMarked
package org.gridrollout.filesystem.rpm;

import org.jspecify.annotations.NullMarked;
