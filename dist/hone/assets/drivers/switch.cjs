// What the schemata of src/testing/schemata look at: which variant is on, and how many turns loops may take.
'use strict';

class HoneBudgetError extends Error {
  name = 'HoneBudgetError';
}

const whileLoading = -1;

const now = performance.now.bind(performance);
/** Turns between two looks at the clock. */
const glance = 1024;
/** Turns for what is left of a variant that already took too many. */
const impatient = 1e4;

function install(target = globalThis) {
  const touched = new Set();
  let again = [];
  let turns = 0;
  let most = 0;
  let budget = 5e6;
  let deadline = Number.POSITIVE_INFINITY;
  const face = {
    c: whileLoading,
    hit(numbers) {
      if (again.length > 0 && isCalledBy(again)) return;
      for (const number of numbers) touched.add(number);
    },
    tick() {
      turns += 1;
      if (turns > budget) throw new HoneBudgetError(`a loop took more than ${budget} turns`);
      if (turns % glance === 0 && now() > deadline) throw new HoneBudgetError('a loop did not end in time');
    },
  };
  const share = (other) => Object.defineProperty(other, '__hone', { value: face, configurable: true });
  share(target);
  return {
    /** Files that every trial evaluates again: what they call while they load, they call with the variant on as well. */
    evaluatedAgain(files) {
      again = files;
    },
    /** Puts the same switch into another context's globals. */
    share,
    /** Switches to a variant; it may take so many turns, and so many milliseconds where they are given. */
    choose(number, allowed = budget, ms = Number.POSITIVE_INFINITY) {
      face.c = number;
      turns = 0;
      most = 0;
      budget = allowed;
      deadline = now() + ms;
    },
    /** The next test has its turns and its time for itself: after one that does not end, the others still tell. */
    next(ms) {
      if (turns <= budget && now() <= deadline) most = Math.max(most, turns);
      // A variant that does not end in one test seldom ends in the next.
      else if (face.c > 0) budget = Math.min(budget, impatient);
      turns = 0;
      deadline = now() + ms;
    },
    /** The most turns since `choose` that a test took which ended by itself. */
    most: () => (turns <= budget && now() <= deadline ? Math.max(most, turns) : most),
    /** Numbers of variants of functions that ran while modules were loaded. */
    touched: () => [...touched],
  };
}

function isCalledBy(files) {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 100;
  const { stack } = new Error();
  Error.stackTraceLimit = limit;
  return files.some((file) => stack.includes(file));
}

module.exports = { install };
