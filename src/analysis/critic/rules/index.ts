import type { LineRule, Rule } from '../rule.ts';
import { asyncCallback, blockingCall, missingAwait } from './async.ts';
import { pastTheEnd } from './bounds.ts';
import {
  assignmentInCondition,
  invalidTypeof,
  literalIdentity,
  nanComparison,
  noneEquality,
  selfAssignment,
  selfComparison,
} from './comparisons.ts';
import { finallyJump, swallowedError, unreachableCode } from './errors.ts';
import { dynamicCode, shellInjection, sqlInjection } from './injection.ts';
import { conflictMarker, debuggerLeft, focusedTest, hardCodedSecret } from './leftovers.ts';
import { changeWhileIterating, quadraticAccumulation, remoteCallInLoop } from './loops.ts';
import { guessableSecret, hardCodedPassword, unsafeDeserialisation, weakPasswordHash } from './secrets-handling.ts';
import { assertTuple, duplicateCase, duplicateKeys, exponentialPattern, mutableDefault } from './values.ts';
import { htmlInjection, tlsDisabled } from './web.ts';

export const rules: readonly Rule[] = [
  dynamicCode,
  shellInjection,
  sqlInjection,
  htmlInjection,
  tlsDisabled,
  weakPasswordHash,
  guessableSecret,
  hardCodedPassword,
  unsafeDeserialisation,
  nanComparison,
  literalIdentity,
  invalidTypeof,
  pastTheEnd,
  noneEquality,
  selfComparison,
  selfAssignment,
  assignmentInCondition,
  swallowedError,
  finallyJump,
  unreachableCode,
  missingAwait,
  asyncCallback,
  blockingCall,
  remoteCallInLoop,
  changeWhileIterating,
  quadraticAccumulation,
  mutableDefault,
  assertTuple,
  duplicateKeys,
  duplicateCase,
  exponentialPattern,
  debuggerLeft,
  focusedTest,
];

export const lineRules: readonly LineRule[] = [conflictMarker, hardCodedSecret];
