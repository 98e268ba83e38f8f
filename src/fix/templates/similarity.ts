const grams = new Map<string, ReadonlySet<string>>();

function bigrams(text: string): ReadonlySet<string> {
  const known = grams.get(text);
  if (known !== undefined) return known;
  const padded = `^${text.toLowerCase()}$`;
  const made = new Set<string>();
  for (let i = 0; i + 2 <= padded.length; i++) made.add(padded.slice(i, i + 2));
  if (grams.size > 5000) grams.clear();
  grams.set(text, made);
  return made;
}

/** Words that are so similar are the same one, misspelt or in another form. */
export const alikeEnough = 0.6;

/** Dice coefficient of the character bigrams, in [0, 1] (Dice, 1945). */
export function similarity(a: string, b: string): number {
  const left = bigrams(a);
  const right = bigrams(b);
  let shared = 0;
  for (const gram of left) if (right.has(gram)) shared++;
  return (2 * shared) / (left.size + right.size);
}
