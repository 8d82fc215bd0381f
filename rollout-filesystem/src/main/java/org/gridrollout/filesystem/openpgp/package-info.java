/**
 * OpenPGP by way of BouncyCastle, whose types stay in here: trusted keys, packages' signatures, signing with a key from a
 * file. Internal to this module; nobody implements anything here.
 */
@NullMarked
package org.gridrollout.filesystem.openpgp;

import org.jspecify.annotations.NullMarked;
