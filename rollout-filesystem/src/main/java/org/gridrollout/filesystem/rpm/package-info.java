/**
 * Reads RPM files: lead, signature header and header, never the payload. Internal to this module: {@link
 * org.gridrollout.filesystem.rpm.RpmReader} is the only way in, {@link org.gridrollout.filesystem.rpm.RpmMetadata} what
 * comes out; nobody implements anything here.
 */
@NullMarked
package org.gridrollout.filesystem.rpm;

import org.jspecify.annotations.NullMarked;
