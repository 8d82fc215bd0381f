package org.gridrollout.core.engine;

/**
 * What is kept of an organisation's refused commands besides the commands themselves.
 *
 * @param refused how many there were
 */
record AuditEntry(long refused) {}
