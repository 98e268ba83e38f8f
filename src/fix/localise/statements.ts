import { languageOf, type Node, parse, walk } from '../../code/index.ts';

const statement = /(?:statement|declaration|definition|clause|assignment|field_definition)$/;

/**
 * Gives the lines that continue a statement the score of its first: coverage names the lines where something begins,
 * and a condition over three lines is one place.
 */
export async function spread(
  path: string,
  text: string,
  lines: Map<number, { score: number; reasons: string[] }>,
): Promise<void> {
  const language = languageOf(path);
  if (language === undefined || lines.size === 0) return;
  const file = await parse(language, text, path);
  try {
    walk(file.root, (node) => {
      if (!statement.test(node.type)) return;
      const first = node.startPosition.row + 1;
      const last = headEnd(node);
      const best = last === first ? undefined : bestOf(lines, first, last);
      if (best === undefined) return;
      for (let line = first; line <= last; line += 1) {
        if (!lines.has(line)) lines.set(line, { score: best.score, reasons: [...best.reasons] });
      }
    });
  } finally {
    file.dispose();
  }
}

/** Last line before the body of a statement that has one, else its last line. */
function headEnd(node: Node): number {
  const body = node.childForFieldName('body') ?? node.childForFieldName('consequence');
  if (body !== null) return Math.max(node.startPosition.row, body.startPosition.row - (isBraced(body) ? 0 : 1)) + 1;
  let nested = false;
  walk(node, ({ type }) => {
    nested ||= type === 'statement_block' || type === 'block';
  });
  return nested ? node.startPosition.row + 1 : node.endPosition.row + 1;
}

function isBraced(body: Node): boolean {
  return body.type === 'statement_block' || body.type === 'class_body';
}

function bestOf(
  lines: ReadonlyMap<number, { score: number; reasons: string[] }>,
  first: number,
  last: number,
): { score: number; reasons: string[] } | undefined {
  let best: { score: number; reasons: string[] } | undefined;
  for (let line = first; line <= last; line += 1) {
    const found = lines.get(line);
    if (found !== undefined && (best === undefined || found.score > best.score)) best = found;
  }
  return best;
}
