import { languageOf, parse, walk } from '../code/index.ts';
import type { Coverage } from '../testing/index.ts';

const statement = /_statement$|^(?:lexical_declaration|variable_declaration)$/;
const whole = /^(?:import_statement|import_from_statement|export_statement|statement_block|empty_statement)$/;

/**
 * Share of the lines with statements in these files that any test executes, in [0, 1]; undefined when no framework
 * tells, or there is no such line.
 */
export async function lineCoverage(
  texts: Readonly<Record<string, string>>,
  coverage: Coverage,
): Promise<number | undefined> {
  if (coverage.tests.size === 0) return undefined;
  let all = 0;
  let executed = 0;
  for (const [path, text] of Object.entries(texts)) {
    const lines = await statementLines(path, text);
    const ran = new Set(coverage.loaded.get(path));
    for (const files of coverage.tests.values()) for (const line of files.get(path) ?? []) ran.add(line);
    all += lines.size;
    executed += [...lines].filter((line) => ran.has(line)).length;
  }
  return all === 0 ? undefined : executed / all;
}

/** Lines of functions where a statement begins; documentation is none. */
async function statementLines(path: string, text: string): Promise<Set<number>> {
  const language = languageOf(path);
  const lines = new Set<number>();
  if (language === undefined) return lines;
  const file = await parse(language, text, path);
  try {
    let depth = 0;
    const ends: number[] = [];
    walk(file.root, (node) => {
      while (ends.length > 0 && node.startIndex >= (ends.at(-1) ?? 0)) {
        ends.pop();
        depth -= 1;
      }
      if (/function|method|lambda/.test(node.type) && node.childForFieldName('body') !== null) {
        depth += 1;
        ends.push(node.endIndex);
      } else if (depth > 0 && statement.test(node.type) && !whole.test(node.type) && !isText(node.firstNamedChild)) {
        lines.add(node.startPosition.row + 1);
      }
      return undefined;
    });
    return lines;
  } finally {
    file.dispose();
  }
}

function isText(node: { readonly type: string } | null): boolean {
  return node?.type === 'string';
}
