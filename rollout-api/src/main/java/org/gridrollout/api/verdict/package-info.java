/**
 * Why a rollout is where it is: findings of rules, combined into a verdict. Callers read verdicts; rules make findings.
 */
@NullMarked
package org.gridrollout.api.verdict;

import org.jspecify.annotations.NullMarked;
