import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repairTemplates } from '../../../src/fix/events.ts';
import { evidence } from '../../../src/fix/learned/evidence.ts';
import { learnedWeights, TemplateTally } from '../../../src/fix/learned/index.ts';
import { shapeOf } from '../../../src/fix/search/shape.ts';
import { experience } from '../../../src/fix/templates/experience.ts';
import { defaultWeight, intuition, templates } from '../../../src/fix/templates/table.ts';
import type { TemplateWeight } from '../../../src/fix/types.ts';
import { EventStore } from '../../../src/store/index.ts';
import { RecordedEvents } from '../../support/events.ts';

const here = 'python/comparison/if/</function';
const names = templates.map(({ id }) => id);

/** A repair that tried `tried` in one place, with belief by their own weights, and chose one of them. */
function repaired(store: RecordedEvents, chosen: string, context = here, tried: readonly string[] = names): void {
  const tally = new TemplateTally();
  const all = tried.reduce((sum, name) => sum + defaultWeight(name), 0);
  for (const template of tried)
    tally.add({ template, context, tried: 1, plausible: 0, share: defaultWeight(template) / all });
  tally.chosen({ template: chosen, context });
  store.nextRun().record(repairTemplates, { cells: tally.cells() });
}

describe('weights', () => {
  it('are those that Hone brings along while nothing is known, and intuition when learning is off', () => {
    const store = new RecordedEvents();
    const cold = learnedWeights(store, { enabled: true });
    repaired(store, 'await');
    const off = learnedWeights(store, { enabled: false });
    for (const name of names) {
      expect(cold(name, here)).toBe(defaultWeight(name));
      expect(off(name, here)).toBe(intuition(name));
    }
    expect(names.filter((name) => defaultWeight(name) !== intuition(name)).length).toBeGreaterThan(10);
  });

  it('rise with success: most in its context, less in related ones', () => {
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
    // It was promised a share, and not chosen.
    expect(other).toBeLessThan(defaultWeight('await'));
    expect(other).toBeGreaterThan(0.95 * defaultWeight('await'));
  });

  it('pass from several contexts to one that was never seen', () => {
    const store = new RecordedEvents();
    for (const context of [here, 'python/comparison/while/>/while', 'python/call/if/-/for'])
      for (let i = 0; i < 3; i++) repaired(store, 'negate', context);
    const weight = learnedWeights(store, { enabled: true });
    expect(weight('negate', 'python/comparison/return/==/if')).toBeGreaterThan(defaultWeight('negate') * 1.5);
  });

  it('keep what was chosen as often as its own weight promised', () => {
    const store = new RecordedEvents();
    for (let i = 0; i < 30; i++) repaired(store, i % 2 === 0 ? 'left' : 'right', here, ['left', 'right']);
    const weight = learnedWeights(store, { enabled: true });
    expect(weight('left', here)).toBeCloseTo(defaultWeight('left'), 2);
    expect(weight('right', here)).toBeCloseTo(defaultWeight('right'), 2);
  });

  it('fall with the share of belief that came to nothing, not with the number of candidates', () => {
    const store = new RecordedEvents();
    const tally = new TemplateTally();
    tally.add({ template: 'number', context: here, tried: 500, plausible: 0, share: 0.1 });
    tally.add({ template: 'wrong-variable', context: here, tried: 5, plausible: 3, share: 0.6 });
    tally.add({ template: 'negate', context: here, tried: 1, plausible: 1, share: 0.3 });
    tally.chosen({ template: 'negate', context: here });
    store.record(repairTemplates, { cells: tally.cells() });
    const weight = learnedWeights(store, { enabled: true });
    const gain = (name: string): number => weight(name, here) / defaultWeight(name);
    expect(gain('negate')).toBeGreaterThan(1.2);
    expect(gain('number')).toBeLessThan(1);
    expect(gain('number')).toBeGreaterThan(gain('wrong-variable'));
    expect(gain('wrong-variable')).toBeGreaterThan(0.5);
  });

  it('learn nothing from a repair that chose nothing, nor from one of an older kind', () => {
    const store = new RecordedEvents();
    const tally = new TemplateTally();
    tally.add({ template: 'number', context: here, tried: 9, plausible: 2, share: 1 });
    store.record(repairTemplates, { cells: tally.cells() });
    store.record(repairTemplates, { cells: [['negate', here, 3, 1, 1] as never] });
    const weight = learnedWeights(store, { enabled: true });
    for (const name of ['number', 'negate']) expect(weight(name, here)).toBe(defaultWeight(name));
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

  it('stay above 0 and are the same in whatever order events are folded, whatever they hold', () => {
    const cell = fc.tuple(
      fc.constantFrom('negate', 'number', '__proto__', ''),
      fc.constantFrom(here, 'python', '', 'javascript/call'),
      fc.nat(9),
      fc.nat(2),
      fc.nat(1),
      fc.nat(10_000),
    );
    const rubbish = fc.constantFrom<unknown>(null, 7, [], ['negate'], ['negate', here, -1, 'x', {}, 1.5]);
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
          expect(weight(name, here)).toBeLessThan(Number.POSITIVE_INFINITY);
        }
      }),
    );
  });
});

describe('experience', () => {
  it('is of templates that there are, and of shapes as the search names them', () => {
    const known = new Set([...names, 'donor-insert', 'donor-replace', 'donor-guard']);
    const { templates: own, shapes } = experience;
    expect([...Object.keys(own), ...Object.keys(shapes)].filter((name) => !known.has(name))).toEqual([]);
    const text = 'if (count < limit) return "none"';
    expect(shapeOf(text, [{ start: 4, end: 17, text: 'count <= limit' }])).toBe('→ =');
    expect(shapeOf(text, [{ start: 26, end: 32, text: 'limit + 12' }])).toBe('S → N + 9');
    expect(Object.values(shapes).flatMap((one) => Object.keys(one))).toContain('→ =');
  });

  it('and what a repository taught both count', () => {
    const store = new RecordedEvents();
    repaired(store, 'comparison-operator');
    const weight = learnedWeights(store, { enabled: true });
    const shape = '→ =';
    const gain = weight('comparison-operator', here) / defaultWeight('comparison-operator');
    expect(gain).toBeGreaterThan(1);
    expect(weight('comparison-operator', here, shape)).toBeCloseTo(
      gain * defaultWeight('comparison-operator', here, shape),
    );
    expect(weight('comparison-operator', here, shape)).toBeGreaterThan(weight('comparison-operator', here));
  });
});

describe('a tally', () => {
  it('keeps a repair of thousands of candidates to one small event, and what was chosen whole', async () => {
    const tally = new TemplateTally();
    for (let i = 0; i < 5000; i++)
      tally.add({
        ...{ template: names[i % names.length] ?? '', context: `python/n${i % 7}/p${i % 11}/-/b${i % 13}` },
        ...{ tried: 1, plausible: 0, share: 1 / 5000 },
      });
    tally.chosen({ template: 'negate', context: here });
    const cells = tally.cells();
    expect(cells[0]).toEqual(['negate', here, 0, 0, 1, 0]);
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
      for (let i = 0; i < 40; i++) {
        const [right, place] = one();
        const context = contexts[place] as string;
        repaired(store, right, context);
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
    expect(ratio((_repository, name) => defaultWeight(name))).toBeLessThan(1.05);
  });
});
