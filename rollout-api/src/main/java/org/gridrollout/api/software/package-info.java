/**
 * What is rolled out: packages, their versions and capabilities, releases and platforms. Callers and backends read and make these values; nobody implements them.
 */
@NullMarked
package org.gridrollout.api.software;

import org.jspecify.annotations.NullMarked;
