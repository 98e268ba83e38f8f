// What the schemata of src/testing/schemata look at: which variant is on, and how many turns loops may take.
'use strict';

class HoneBudgetError extends Error {
  name = 'HoneBudgetError';
}

const whileLoading = -1;

function install(target = globalThis) {
  const touched = new Set();
  let turns = 0;
  let budget = 5e6;
  const face = {
    c: whileLoading,
    hit(numbers) {
      for (const number of numbers) touched.add(number);
    },
    tick() {
      turns += 1;
      if (turns > budget) throw new HoneBudgetError(`a loop took more than ${budget} turns`);
    },
  };
  const share = (other) => Object.defineProperty(other, '__hone', { value: face, configurable: true });
  share(target);
  return {
    /** Puts the same switch into another context's globals. */
    share,
    choose(number) {
      face.c = number;
      turns = 0;
    },
    turns: () => turns,
    allow(most) {
      budget = most;
    },
    /** Numbers of variants of functions that ran while modules were loaded. */
    touched: () => [...touched],
  };
}

module.exports = { install };
