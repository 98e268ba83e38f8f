import type { CodeSymbol, LanguageId, Member } from '../types.ts';
import { type Difference, difference } from './change.ts';
import { keywordDifferences, positionalDifferences } from './parameters.ts';
import { accepts } from './types.ts';

/** What changed between two versions of one symbol, as its callers see it. */
export function symbolDifferences(before: CodeSymbol, after: CodeSymbol, language: LanguageId): Difference[] {
  const kind = kindDifference(before, after);
  if (kind !== undefined) return [kind];
  const parameters = language === 'python' ? keywordDifferences : positionalDifferences;
  return [
    ...parameters(before.parameters, after.parameters),
    ...returnDifferences(before, after, language),
    ...asyncDifferences(before, after, language),
    ...flagDifferences(before, after),
    ...memberDifferences(before, after),
    ...typeDifferences(before, after),
  ];
}

const values = new Set(['constant', 'variable']);

function kindDifference(before: CodeSymbol, after: CodeSymbol): Difference | undefined {
  if (before.kind === after.kind) return undefined;
  const both = `${before.name} is now a ${after.kind} instead of a ${before.kind}`;
  // A value may hold anything, a wrapped function too: what it is cannot be seen here.
  if (values.has(before.kind) || values.has(after.kind)) return difference('kind', false, both);
  const types = new Set(['interface', 'type']);
  return difference('kind', !(types.has(before.kind) && types.has(after.kind)), both);
}

const awaitable = /^(?:Promise|PromiseLike|Awaitable|Coroutine|AsyncIterator|AsyncGenerator|AsyncIterable)\b/;

function asyncDifferences(before: CodeSymbol, after: CodeSymbol, language: LanguageId): Difference[] {
  if (before.async === after.async) return [];
  const stillAwaited = awaitable.test((after.async ? before : after).returnType ?? '');
  if (after.async) {
    const whom = stillAwaited ? 'it was awaitable before' : 'callers now get a promise';
    return [difference('async', !stillAwaited, `${after.name} is now async: ${whom}`)];
  }
  // In JavaScript `await` takes any value, and a plain function may still return a promise.
  const breaking = !stillAwaited && (language === 'python' || after.returnType !== undefined);
  const whom = breaking ? 'callers that await or chain it fail' : 'await still works on what it returns';
  return [difference('async', breaking, `${after.name} is no longer async: ${whom}`)];
}

function returnDifferences(before: CodeSymbol, after: CodeSymbol, language: LanguageId): Difference[] {
  const { returnType: old } = before;
  const { returnType: now } = after;
  if (old === now || old === undefined || now === undefined) return [];
  const breaking = language !== 'python' && !accepts(old, now);
  return [difference('return-type', breaking, `${after.name} now returns ${now} instead of ${old}`)];
}

function flagDifferences(before: CodeSymbol, after: CodeSymbol): Difference[] {
  const found: Difference[] = [];
  if (before.generator !== after.generator) {
    found.push(difference('generator', true, `${after.name} is ${after.generator ? 'now' : 'no longer'} a generator`));
  }
  if (before.static !== after.static) {
    found.push(difference('static', true, `${after.name} is ${after.static ? 'now' : 'no longer'} static`));
  }
  if (!before.abstract && after.abstract) {
    const whom = after.kind === 'class' ? 'it cannot be constructed' : 'subclasses must define it';
    found.push(difference('abstract', true, `${after.name} is now abstract: ${whom}`));
  }
  return found;
}

function typeDifferences(before: CodeSymbol, after: CodeSymbol): Difference[] {
  if (before.members.length > 0 && after.members.length > 0) return [];
  if (before.type === after.type || before.type === undefined || after.type === undefined) return [];
  return [difference('type', after.kind === 'type', `${after.name} is now ${after.type} instead of ${before.type}`)];
}

function memberDifferences(before: CodeSymbol, after: CodeSymbol): Difference[] {
  const old = group(before.members);
  const now = group(after.members);
  const found: Difference[] = [];
  for (const [name, member] of old) {
    const next = now.get(name);
    if (next === undefined) {
      found.push(difference('member-removed', true, `member ${name} was removed from ${after.name}`));
    } else if (next.type !== member.type || next.optional !== member.optional) {
      const shown = (one: Member): string => `${one.optional ? '?' : ''}${one.type}`;
      const reason = `member ${name} of ${after.name} is now ${shown(next)} instead of ${shown(member)}`;
      found.push(difference('member-changed', true, reason));
    }
  }
  for (const [name, member] of now) {
    if (old.has(name)) continue;
    const breaking = !member.optional && after.kind !== 'enum';
    const whom = breaking ? ': whoever makes one must give it' : '';
    found.push(difference('member-added', breaking, `member ${name} was added to ${after.name}${whom}`));
  }
  return found;
}

/** Overloaded members count as one. */
function group(members: readonly Member[]): Map<string, Member> {
  const grouped = new Map<string, Member>();
  for (const member of members) {
    const known = grouped.get(member.name);
    grouped.set(member.name, known === undefined ? member : { ...member, type: `${known.type}; ${member.type}` });
  }
  return grouped;
}
