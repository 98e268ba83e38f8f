/** Members of a union type as written; one for any other type. */
function parts(type: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < type.length; i++) {
    const char = type[i] ?? '';
    if ('([{<'.includes(char)) depth++;
    else if (')]}'.includes(char) || (char === '>' && type[i - 1] !== '=')) depth--;
    else if (char === '|' && depth === 0) {
      found.push(type.slice(from, i).trim());
      from = i + 1;
    }
  }
  found.push(type.slice(from).trim());
  return found.filter((part) => part !== '');
}

/** Whether `wide` accepts all that `narrow` is, as far as the two texts tell: equal, a larger union, `any` or `unknown`. */
export function accepts(wide: string, narrow: string): boolean {
  const all = new Set(parts(wide));
  return all.has('any') || all.has('unknown') || parts(narrow).every((part) => all.has(part));
}
