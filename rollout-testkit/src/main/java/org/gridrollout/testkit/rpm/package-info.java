/**
 * Makes real RPM packages for tests and examples, with the JDK alone. Anybody may call {@link
 * org.gridrollout.testkit.rpm.RpmBuilder}; nobody implements anything here.
 */
@NullMarked
package org.gridrollout.testkit.rpm;

import org.jspecify.annotations.NullMarked;
