import type { Syntax } from '../templates/tree.ts';

/** Tokens, or lines, that were taken out and put in at one place. */
export interface Hunk<T = Syntax> {
  readonly removed: readonly T[];
  readonly added: readonly T[];
}

/** Leaves of the tree in the order of the text; a string without interpolation is one, comments are none. */
export function tokensOf(root: Syntax): Syntax[] {
  const found: Syntax[] = [];
  const visit = (node: Syntax): void => {
    if (node.kind === 'comment') return;
    const whole = node.kind === 'string' && !node.children.some(isInterpolation);
    if (whole || node.children.length === 0) {
      if (node.end > node.start) found.push(node);
    } else node.children.forEach(visit);
  };
  visit(root);
  return found;
}

export function isInterpolation({ type }: Syntax): boolean {
  return type === 'interpolation' || type === 'template_substitution';
}

/** Cells of the table that is filled for a longest common subsequence; above it, all between the ends counts as new. */
const largestTable = 4_000_000;

/** What makes one sequence the other, as little as possible. */
export function differenceOf<T extends { readonly text: string }>(
  before: readonly T[],
  after: readonly T[],
): Hunk<T>[] {
  const [a, b] = [before.map(({ text }) => text), after.map(({ text }) => text)];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const [aEnd, bEnd] = [a.length - tail, b.length - tail];
  const width = bEnd - head + 1;
  if ((aEnd - head) * width > largestTable)
    return [{ removed: before.slice(head, aEnd), added: after.slice(head, bEnd) }];

  const longest = new Uint32Array((aEnd - head + 1) * width);
  const at = (i: number, j: number): number => (i - head) * width + (j - head);
  for (let i = aEnd - 1; i >= head; i--)
    for (let j = bEnd - 1; j >= head; j--)
      longest[at(i, j)] =
        a[i] === b[j]
          ? (longest[at(i + 1, j + 1)] as number) + 1
          : Math.max(longest[at(i + 1, j)] as number, longest[at(i, j + 1)] as number);

  const hunks: Hunk<T>[] = [];
  let [i, j] = [head, head];
  while (i < aEnd || j < bEnd) {
    const [iFrom, jFrom] = [i, j];
    while ((i < aEnd || j < bEnd) && !(i < aEnd && j < bEnd && a[i] === b[j])) {
      if (j >= bEnd || (i < aEnd && (longest[at(i + 1, j)] as number) >= (longest[at(i, j + 1)] as number))) i++;
      else j++;
    }
    if (i > iFrom || j > jFrom) hunks.push({ removed: before.slice(iFrom, i), added: after.slice(jFrom, j) });
    while (i < aEnd && j < bEnd && a[i] === b[j]) [i, j] = [i + 1, j + 1];
  }
  return hunks;
}
