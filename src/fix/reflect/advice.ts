import type { ErrorClass } from '../types.ts';

const byThrown: Readonly<Record<string, string>> = {
  KeyError: 'No template adds a missing key: look at where the dictionary is filled and at how the key is spelled',
  IndexError: 'Look at the bounds of the loop and at what happens with an empty list',
  AttributeError: 'Look at where the value comes from: it is None or of another class than expected',
  ZeroDivisionError: 'Look at what the divisor is for empty input',
  RecursionError: 'Look at the case that should end the recursion',
  UnboundLocalError: 'Look for the path on which the variable is read before it is assigned',
};

const byClass: Readonly<Record<ErrorClass, string>> = {
  assertion: 'The program runs to its end with a wrong value: compare the expected with the actual one',
  type: 'A value is of another type than the operation needs: look at where it comes from, null and None first',
  syntax: 'The file cannot be read at all: templates need a file that parses',
  import: 'A module or name cannot be imported: look at the dependencies and at how the name is spelled',
  name: 'A name is used that nothing defines: look for a misspelling or a missing import',
  value: 'A value is outside of what is allowed: look at bounds, empty input and conversions',
  timeout: 'Something does not end: look at what changes in the loop or in the waiting',
  memory: 'Something grows without bound: look at what a loop or a recursion adds to',
  network: 'The tests reach for a network, which sandboxes do not have: replace the far side in the tests',
  filesystem: 'A file is missing or may not be used: look at the path and at what the tests prepare',
  crash: 'The process ends before the tests do: look at recursion, native modules and exits',
  other: 'Start from the innermost call of the stack',
};

/** Where to look, by the class that was thrown or by its kind. */
export function adviceOn(errorClass: ErrorClass, thrown: string | undefined): string {
  return thrown !== undefined && Object.hasOwn(byThrown, thrown) ? (byThrown[thrown] as string) : byClass[errorClass];
}

export function isErrorClass(name: unknown): name is ErrorClass {
  return typeof name === 'string' && Object.hasOwn(byClass, name);
}
