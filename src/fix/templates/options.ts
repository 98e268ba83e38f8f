import { binary, expression, placed } from './expressions.ts';
import { type Model, variablesAt } from './model.ts';
import { quoted } from './pool.ts';
import { functionOf } from './statements.ts';
import { type Proposal, replacing, type Template } from './template.ts';
import type { Syntax } from './tree.ts';
import { isValue } from './values.ts';

const settings = /opt|config|setting|prop|param|kwargs/i;

/** A default that is always used: the option of its name is asked for first. */
function* optionFirst(node: Syntax, model: Model): Generator<Proposal> {
  const [name, value] = [node.get('name', 'left'), node.get('value', 'right')];
  const home = functionOf(node);
  if (name?.kind !== 'name' || value === undefined || home === undefined || !isValue(value)) return;
  const source = home.text;
  for (const { name: given, origin } of variablesAt(model, node)) {
    if (origin !== 'parameter' || !settings.test(given) || value.text.includes(`${given}.`)) continue;
    if (model.dialect.family === 'python') {
      if (given.includes('kw') || source.includes(`${given}.get(`))
        yield replacing(value, `${given}.get(${quoted(model, name.text)}, ${value.text})`);
      continue;
    }
    const text = `${given}${source.includes(`${given}?.`) ? '?.' : '.'}${name.text}`;
    if (source.includes(text)) continue;
    for (const [operator, share] of [
      ['??', 1],
      ['||', 0.9],
    ] as const) {
      const made = binary({ text, tightness: 20 }, operator, expression(value, model.dialect), model.dialect);
      yield replacing(value, placed(made, value, model.dialect), share);
    }
  }
}

export const optionTemplates: readonly Template[] = [
  {
    id: 'ignored-option',
    summary: 'an option of that name before its default',
    weight: 0.25,
    kinds: ['declarator', 'assignment'],
    propose: optionFirst,
  },
];
