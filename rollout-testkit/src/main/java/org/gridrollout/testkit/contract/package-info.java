/**
 * What every backend must do, as JUnit 5 test classes. Backend authors extend the contract of their SPI and implement its
 * fixture; nobody else needs anything here. Contracts make no assumptions: every test runs against every backend.
 */
@NullMarked
package org.gridrollout.testkit.contract;

import org.jspecify.annotations.NullMarked;
