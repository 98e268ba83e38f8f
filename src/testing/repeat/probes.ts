/** Of many failing tests, so many are asked before the others: most candidates turn none green. */
const most = 4;

/**
 * The failing tests that are asked first: one of each way to fail, those that most tests fail in first, then others
 * spread over the rest. All where they are few.
 *
 * @param errors by test, what a driver says of its failure
 */
export function chooseProbes(failing: readonly string[], errors: Readonly<Record<string, unknown>>): string[] {
  if (failing.length <= most) return [...failing];
  const ways = new Map<string, string[]>();
  for (const id of failing) {
    const way = wayOf(id, errors[id]);
    ways.set(way, [...(ways.get(way) ?? []), id]);
  }
  const first = [...ways.values()].sort((a, b) => b.length - a.length).flatMap(([id]) => id ?? []);
  const spread = Array.from({ length: most }, (_, at) => failing[Math.floor((at * failing.length) / most)] ?? '');
  return [...new Set([...first, ...spread, ...failing])].slice(0, most);
}

function wayOf(id: string, error: unknown): string {
  const { errorClass = '', message = '' } = typeof error === 'object' && error !== null ? { ...error } : {};
  const shape = String(message)
    .replace(/'[^']*'|"[^"]*"|\d+/g, '#')
    .slice(0, 40);
  return `${id.slice(0, id.indexOf('::'))} ${errorClass} ${shape}`;
}
