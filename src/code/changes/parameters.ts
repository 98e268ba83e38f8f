import type { Parameter } from '../types.ts';
import { type Difference, difference } from './change.ts';
import { accepts } from './types.ts';

/** Differences between parameter lists whose arguments are passed by position only (JavaScript, TypeScript). */
export function positionalDifferences(before: readonly Parameter[], after: readonly Parameter[]): Difference[] {
  if (sameNamesMoved(before, after)) return [reordered(before, after)];
  const shifted = before.findIndex((old, i) => isMovedBack(old, i, before, after));
  if (shifted >= 0) {
    const inserted = after[shifted]?.name ?? '';
    const reason = `parameter ${inserted} was added before ${before[shifted]?.name}, so callers' arguments shift`;
    return [difference('parameter-added', true, reason)];
  }
  const removedAt = before.findIndex((old, i) => isMovedForward(old, i, before, after));
  if (removedAt >= 0) {
    const reason = `parameter ${before[removedAt]?.name} was removed from the middle, so callers' arguments shift`;
    return [difference('parameter-removed', true, reason)];
  }
  return [
    ...before.flatMap((old, i) => atPosition(old, after[i], after)),
    ...after.slice(before.length).flatMap((one) => added(one)),
  ];
}

/** Differences between parameter lists whose arguments may also be passed by name (Python). */
export function keywordDifferences(before: readonly Parameter[], after: readonly Parameter[]): Difference[] {
  const old = before.filter((one) => one.rest === undefined);
  const now = after.filter((one) => one.rest === undefined);
  const takes = (kind: Parameter['rest']): boolean => after.some((one) => one.rest === kind);
  const matched = new Set<Parameter>();
  const found: Difference[] = [];
  const moved = sameNamesMoved(positional(old), positional(now));
  if (moved) found.push(reordered(positional(old), positional(now)));
  for (const [i, one] of old.entries()) {
    const at = one.passing === 'keyword' ? undefined : positional(now)[i];
    const named = now.find((other) => other.name === one.name);
    const next = named ?? (at !== undefined && !old.some((other) => other.name === at.name) ? at : undefined);
    if (next === undefined) {
      const absorbed = absorbs(one, takes);
      const whom = absorbed ? 'it is still accepted through * or **' : 'callers that pass it fail';
      found.push(difference('parameter-removed', !absorbed, `parameter ${one.name} was removed: ${whom}`));
      continue;
    }
    matched.add(next);
    found.push(...renamed(one, next, takes('keyword')), ...passing(one, next, takes));
    const index = positional(now).indexOf(next);
    if (!moved && one.passing !== 'keyword' && index >= 0 && index !== i) {
      found.push(
        difference(
          'parameters-reordered',
          true,
          `parameter ${one.name} has another position, so positional arguments shift`,
        ),
      );
    }
    found.push(...requirement(one, next), ...hints(one, next));
  }
  found.push(...now.filter((one) => !matched.has(one)).flatMap(added), ...rests(before, after));
  return found;
}

function positional(all: readonly Parameter[]): Parameter[] {
  return all.filter((one) => one.passing !== 'keyword' && one.rest === undefined);
}

function absorbs(one: Parameter, takes: (kind: Parameter['rest']) => boolean): boolean {
  const byName = one.passing === 'positional' || takes('keyword');
  const byPosition = one.passing === 'keyword' || takes('positional');
  return byName && byPosition;
}

function renamed(old: Parameter, now: Parameter, takesKeywords: boolean): Difference[] {
  if (old.name === now.name) return [];
  const breaking = old.passing !== 'positional' && !takesKeywords;
  const whom = breaking ? 'callers that pass it by name fail' : 'it is passed by position';
  return [difference('parameter-renamed', breaking, `parameter ${old.name} is now ${now.name}: ${whom}`)];
}

function passing(old: Parameter, now: Parameter, takes: (kind: Parameter['rest']) => boolean): Difference[] {
  if (old.passing === now.passing) return [];
  if (now.passing === 'positional' && !takes('keyword')) {
    return [
      difference('parameter-passing', true, `parameter ${now.name} is now positional-only: callers that name it fail`),
    ];
  }
  if (now.passing === 'keyword' && !takes('positional')) {
    return [
      difference('parameter-passing', true, `parameter ${now.name} is now keyword-only: positional callers fail`),
    ];
  }
  return [difference('parameter-passing', false, `parameter ${now.name} may be passed in more ways`)];
}

function rests(before: readonly Parameter[], after: readonly Parameter[]): Difference[] {
  return before
    .filter((one) => one.rest !== undefined && !after.some((other) => other.rest === one.rest))
    .map((one) =>
      difference('parameter-removed', true, `*${one.name} was removed: callers with further arguments fail`),
    );
}

function sameNamesMoved(before: readonly Parameter[], after: readonly Parameter[]): boolean {
  if (before.length !== after.length || before.every((one, i) => one.name === after[i]?.name)) return false;
  const names = new Set(after.map((one) => one.name));
  return names.size === after.length && before.every((one) => names.has(one.name));
}

function reordered(before: readonly Parameter[], after: readonly Parameter[]): Difference {
  const list = (all: readonly Parameter[]): string => all.map((one) => one.name).join(', ');
  return difference('parameters-reordered', true, `parameters (${list(before)}) are now in the order (${list(after)})`);
}

/** A new name took this parameter's place, and the parameter comes later. */
function isMovedBack(old: Parameter, i: number, before: readonly Parameter[], after: readonly Parameter[]): boolean {
  const now = after.findIndex((one) => one.name === old.name);
  const takes = after[i];
  return now > i && takes !== undefined && !before.some((one) => one.name === takes.name);
}

/** This parameter is gone, and the next one took its place. */
function isMovedForward(old: Parameter, i: number, before: readonly Parameter[], after: readonly Parameter[]): boolean {
  const next = before[i + 1];
  const gone = !after.some((one) => one.name === old.name);
  return gone && next !== undefined && next.rest === undefined && after[i]?.name === next.name;
}

function atPosition(old: Parameter, now: Parameter | undefined, after: readonly Parameter[]): Difference[] {
  if (now === undefined) {
    // Arguments that an earlier rest parameter takes up are still read.
    if (after.at(-1)?.rest !== undefined) return [];
    return [
      difference('parameter-removed', true, `parameter ${old.name} was removed: what callers pass is no longer read`),
    ];
  }
  if (old.rest !== undefined && now.rest === undefined) {
    return [
      difference(
        'parameter-removed',
        true,
        `rest parameter ${old.name} was removed: further arguments are no longer read`,
      ),
    ];
  }
  const name =
    old.name === now.name
      ? []
      : [difference('parameter-renamed', false, `parameter ${old.name} is now ${now.name}: it is passed by position`)];
  return [...name, ...requirement(old, now), ...type(old, now)];
}

function added(one: Parameter): Difference[] {
  const whom = one.optional ? 'callers may leave it out' : 'callers that do not pass it fail';
  const kind = one.optional ? 'optional parameter' : 'required parameter';
  return [difference('parameter-added', !one.optional, `${kind} ${one.name} was added: ${whom}`)];
}

function requirement(old: Parameter, now: Parameter): Difference[] {
  if (old.optional && !now.optional) {
    return [
      difference('parameter-required', true, `parameter ${now.name} is now required: callers that leave it out fail`),
    ];
  }
  if (!old.optional && now.optional) {
    return [difference('parameter-optional', false, `parameter ${now.name} may now be left out`)];
  }
  if (old.default === now.default || old.default === undefined) return [];
  if (now.default === undefined) {
    return [difference('default-removed', false, `parameter ${now.name} has no default any more, but may be left out`)];
  }
  return [
    difference('default-changed', false, `default of ${now.name} is now ${now.default} instead of ${old.default}`),
  ];
}

function type(old: Parameter, now: Parameter): Difference[] {
  if (old.type === now.type || old.type === undefined || now.type === undefined) return [];
  const breaking = !accepts(now.type, old.type);
  const how = breaking ? 'is now' : 'was widened to';
  return [difference('parameter-type', breaking, `type of ${now.name} ${how} ${now.type} instead of ${old.type}`)];
}

/** Python does not check annotations when it calls. */
function hints(old: Parameter, now: Parameter): Difference[] {
  return type(old, now).map((one) => ({ ...one, breaking: false }));
}
