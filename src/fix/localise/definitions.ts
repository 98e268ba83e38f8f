import { languageOf, type Node, parse, walk } from '../../code/index.ts';

const functions = /^(?:function_definition|function_declaration|method_definition|generator_function_declaration)$/;
const bindings = /^(?:assignment|augmented_assignment|variable_declarator|field_definition|public_field_definition)$/;

/**
 * Scores of lines that run when a module is loaded, by what they are for: the head of a function (its defaults and
 * decorators) is as suspicious as its body, what binds a name as the lines that use the name. In the scale of `scores`,
 * which are those of lines inside of functions; lines that are for nothing suspicious are left out.
 */
export async function definitionScores(
  path: string,
  text: string,
  scores: ReadonlyMap<number, number>,
): Promise<Map<number, number>> {
  const found = new Map<number, number>();
  const language = languageOf(path);
  if (language === undefined || scores.size === 0) return found;
  const raise = (from: number, to: number, score: number): void => {
    for (let line = from; line <= to && score > 0; line += 1) found.set(line, Math.max(score, found.get(line) ?? 0));
  };
  const file = await parse(language, text, path);
  try {
    const uses = new Map<string, number>();
    walk(file.root, (node) => {
      if (!/identifier$/.test(node.type)) return;
      const score = scores.get(node.startPosition.row + 1) ?? 0;
      if (score > (uses.get(node.text) ?? 0)) uses.set(node.text, score);
    });
    walk(file.root, (node) => {
      const first = node.startPosition.row + 1;
      if (functions.test(node.type)) {
        const body = node.childForFieldName('body');
        if (body === null) return undefined;
        const start = body.startPosition.row + 1;
        let best = 0;
        for (let line = start; line <= body.endPosition.row + 1; line += 1)
          best = Math.max(best, scores.get(line) ?? 0);
        const { parent } = node;
        raise(
          parent?.type === 'decorated_definition' ? parent.startPosition.row + 1 : first,
          Math.max(first, start - 1),
          best,
        );
        return false;
      }
      if (!bindings.test(node.type)) return undefined;
      const bound =
        node.childForFieldName('left') ?? node.childForFieldName('name') ?? node.childForFieldName('property');
      if (bound !== null)
        raise(first, node.endPosition.row + 1, Math.max(0, ...namesIn(bound).map((name) => uses.get(name) ?? 0)));
      return undefined;
    });
    return found;
  } finally {
    file.dispose();
  }
}

function namesIn(node: Node): string[] {
  const names: string[] = [];
  walk(node, (one) => {
    if (/identifier$/.test(one.type)) names.push(one.text);
  });
  return names;
}
