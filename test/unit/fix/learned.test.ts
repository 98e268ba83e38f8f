import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repairTemplates } from '../../../src/fix/events.ts';
import { evidence } from '../../../src/fix/learned/evidence.ts';
import { learnedWeights, TemplateTally } from '../../../src/fix/learned/index.ts';
import { defaultWeight, templates } from '../../../src/fix/templates/table.ts';
import type { TemplateWeight } from '../../../src/fix/types.ts';
import { EventStore } from '../../../src/store/index.ts';
import { RecordedEvents } from '../../support/events.ts';

const here = 'python/comparison/if/</function';
const names = templates.map(({ id }) => id);

function repaired(store: RecordedEvents, template: string, context = here, triedBefore: readonly string[] = []): void {
  const tally = new TemplateTally();
  for (const other of triedBefore) for (let i = 0; i < 50; i++) tally.tried({ template: other, context });
  tally.tried({ template, context });
  tally.plausible({ template, context });
  tally.chosen({ template, context });
  store.nextRun().record(repairTemplates, { cells: tally.cells() });
}

describe('weights', () => {
  it('are the templates’ own while nothing is known, and when learning is off', () => {
    const store = new RecordedEvents();
    const cold = learnedWeights(store, { enabled: true });
    repaired(store, 'await');
    const off = learnedWeights(store, { enabled: false });
    for (const name of names) {
      expect(cold(name, here)).toBe(defaultWeight(name));
      expect(off(name, here)).toBe(defaultWeight(name));
    }
  });

  it('rise with success: most in its context, less in related ones, not elsewhere', () => {
    const store = new RecordedEvents();
    repaired(store, 'negate');
    repaired(store, 'negate');
    const weight = learnedWeights(store, { enabled: true });
    const [same, sameNode, sameLanguage, other] = [
      weight('negate', here),
      weight('negate', 'python/comparison/while/>/while'),
      weight('negate', 'python/call/if/-/function'),
      weight('await', here),
    ];
    expect(same).toBeGreaterThan(defaultWeight('negate') * 1.5);
    expect(same).toBeGreaterThan(sameNode as number);
    expect(sameNode).toBeGreaterThan(sameLanguage as number);
    expect(sameLanguage).toBeGreaterThan(defaultWeight('negate'));
    expect(other).toBe(defaultWeight('await'));
  });

  it('pass from several contexts to one that was never seen', () => {
    const store = new RecordedEvents();
    for (const context of [here, 'python/comparison/while/>/while', 'python/call/if/-/for'])
      for (let i = 0; i < 3; i++) repaired(store, 'negate', context);
    const weight = learnedWeights(store, { enabled: true });
    expect(weight('negate', 'python/comparison/return/==/if')).toBeGreaterThan(defaultWeight('negate') * 1.5);
  });

  it('a hundred failed tries of one repair move little, a success moves much', () => {
    const store = new RecordedEvents();
    repaired(store, 'negate', here, ['number']);
    const weight = learnedWeights(store, { enabled: true });
    const fall = defaultWeight('number') / weight('number', here);
    const rise = weight('negate', here) / defaultWeight('negate');
    expect(fall).toBeGreaterThan(1);
    expect(fall).toBeLessThan(1.03);
    expect(rise).toBeGreaterThan(1.3);
  });

  it('a plausible repair that was not chosen stands between', () => {
    const store = new RecordedEvents();
    const tally = new TemplateTally();
    for (const template of ['negate', 'wrong-variable', 'number']) tally.tried({ template, context: here });
    tally.plausible({ template: 'negate', context: here });
    tally.plausible({ template: 'wrong-variable', context: here });
    tally.chosen({ template: 'wrong-variable', context: here });
    store.record(repairTemplates, { cells: tally.cells() });
    const weight = learnedWeights(store, { enabled: true });
    const gain = (name: string): number => weight(name, here) / defaultWeight(name);
    expect(gain('wrong-variable')).toBeGreaterThan(gain('negate'));
    expect(gain('negate')).toBeGreaterThan(gain('number'));
  });

  it('forget: old successes count less than new ones', () => {
    const store = new RecordedEvents();
    repaired(store, 'negate');
    store.now += 365 * 86_400_000;
    repaired(store, 'accumulate');
    const weight = learnedWeights(store, { enabled: true });
    expect(weight('accumulate', here) - defaultWeight('accumulate')).toBeGreaterThan(
      3 * (weight('negate', here) - defaultWeight('negate')),
    );
  });

  it('stay inside (0, 1) and are the same in whatever order events are folded, whatever they hold', () => {
    const cell = fc.tuple(
      fc.constantFrom('negate', 'number', '__proto__', ''),
      fc.constantFrom(here, 'python', '', 'javascript/call'),
      fc.nat(9),
      fc.nat(2),
      fc.nat(1),
    );
    const rubbish = fc.constantFrom<unknown>(null, 7, [], ['negate'], ['negate', here, -1, 'x', {}]);
    fc.assert(
      fc.property(fc.array(fc.array(fc.oneof(cell, rubbish), { maxLength: 6 }), { maxLength: 6 }), (repairs) => {
        const store = new RecordedEvents();
        for (const cells of repairs) store.record(repairTemplates, { cells: cells as never });
        const forth = store.project(evidence);
        const weight = learnedWeights(store, { enabled: true });
        store.all.reverse();
        expect(store.project(evidence)).toEqual(forth);
        for (const name of ['negate', 'number']) {
          expect(weight(name, here)).toBeGreaterThan(0);
          expect(weight(name, here)).toBeLessThan(1);
        }
      }),
    );
  });
});

describe('a tally', () => {
  it('keeps a repair of thousands of candidates to one small event, and what was chosen whole', async () => {
    const tally = new TemplateTally();
    for (let i = 0; i < 5000; i++)
      tally.tried({ template: names[i % names.length] ?? '', context: `python/n${i % 7}/p${i % 11}/-/b${i % 13}` });
    tally.chosen({ template: 'negate', context: here });
    const cells = tally.cells();
    expect(cells[0]).toEqual(['negate', here, 0, 0, 1]);
    expect(cells.reduce((sum, [, , tried]) => sum + tried, 0)).toBe(5000);
    const recorded = new RecordedEvents();
    recorded.record(repairTemplates, { cells });
    const store = await EventStore.create();
    const empty = store.serialize().length;
    store.merge(recorded.all);
    expect(store.serialize().length - empty).toBeLessThan(24_000);
    store.close();
  });

  it('credits both halves of a pair, as far as their place is known', () => {
    const tally = new TemplateTally();
    tally.chosen({ template: 'negate+number', context: here });
    expect(tally.cells().map(([template, context]) => [template, context])).toEqual([
      ['negate', 'python'],
      ['number', 'python'],
    ]);
  });
});

/** Synthetic repositories: which template is right is drawn from `truth`, where is drawn evenly. */
describe('ranks of the right template on held-out draws', () => {
  const contexts = ['comparison', 'call', 'number', 'return'].flatMap((node) =>
    ['if', 'while', 'block'].map((parent) => `python/${node}/${parent}/-/function`),
  );

  function random(seed: number): () => number {
    let state = seed;
    return () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 2 ** 32;
    };
  }

  function draw(next: () => number, shares: readonly number[]): string {
    let left = next() * shares.reduce((sum, share) => sum + share, 0);
    const index = shares.findIndex((share) => {
      left -= share;
      return left < 0;
    });
    return names[Math.max(0, index)] as string;
  }

  function ranked(weight: TemplateWeight, context: string): string[] {
    return [...names].sort((a, b) => weight(b, context) - weight(a, context) || (a < b ? -1 : 1));
  }

  /** Mean rank with knowledge over mean rank by default, over several repositories. */
  function ratio(truth: (repository: number, name: string, index: number, context: string) => number): number {
    let [withKnowledge, byDefault] = [0, 0];
    for (let repository = 1; repository <= 6; repository++) {
      const next = random(repository);
      const shares = contexts.map((context) => names.map((name, index) => truth(repository, name, index, context)));
      const one = (): [template: string, place: number] => {
        const place = Math.floor(next() * contexts.length);
        return [draw(next, shares[place] as number[]), place];
      };
      const store = new RecordedEvents();
      let weight: TemplateWeight = defaultWeight;
      for (let i = 0; i < 40; i++) {
        if (i % 8 === 0) weight = learnedWeights(store, { enabled: true });
        const [right, place] = one();
        const context = contexts[place] as string;
        const order = ranked(weight, context);
        repaired(store, right, context, order.slice(0, order.indexOf(right)));
      }
      const [learned, control] = [true, false].map((enabled) =>
        contexts.map((context) => ranked(learnedWeights(store, { enabled }), context)),
      ) as [string[][], string[][]];
      for (let i = 0; i < 300; i++) {
        const [right, place] = one();
        withKnowledge += (learned[place] as string[]).indexOf(right) + 1;
        byDefault += (control[place] as string[]).indexOf(right) + 1;
      }
    }
    return withKnowledge / byDefault;
  }

  it('fall by a third and more where a repository prefers some templates', () => {
    expect(
      ratio((repository, _name, index) => 1 / (1 + ((index * 7 + repository * 13) % names.length)) ** 1.5),
    ).toBeLessThan(0.67);
  });

  it('fall where the preference depends on the context', () => {
    const preferred = (repository: number, context: string): number =>
      (contexts.indexOf(context) * 5 + repository * 3) % names.length;
    expect(
      ratio((repository, _name, index, context) => (index === preferred(repository, context) ? 30 : 1)),
    ).toBeLessThan(0.95);
  });

  it('hardly rise where all templates are right equally often', () => {
    expect(ratio(() => 1)).toBeLessThan(1.04);
  });

  it('hardly rise where the defaults are the truth', () => {
    expect(ratio((_repository, name) => defaultWeight(name))).toBeLessThan(1.04);
  });
});
