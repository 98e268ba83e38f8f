/** Coarse types of values, as far as they can be told from the text. */
export type ValueType = 'number' | 'string' | 'list' | 'sequence' | 'object' | 'boolean' | 'function' | 'unknown';

/** A value of type `b` may stand where one of type `a` stands. A sequence is a list or a string. */
export function compatible(a: ValueType, b: ValueType): boolean {
  if (a === b || a === 'unknown' || b === 'unknown') return true;
  const sequences: readonly ValueType[] = ['list', 'string', 'sequence'];
  return (a === 'sequence' && sequences.includes(b)) || (b === 'sequence' && sequences.includes(a));
}
