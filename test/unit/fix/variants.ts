import type { LanguageId } from '../../../src/code/index.ts';
import { applyChanges, areApart, check } from '../../../src/fix/search/edits.ts';
import { readModel } from '../../../src/fix/templates/model.ts';
import { templates } from '../../../src/fix/templates/table.ts';

/** Valid texts that one template makes of a file. */
export async function variants(template: string, language: LanguageId, text: string): Promise<string[]> {
  const model = await readModel({ path: 'file', language, text });
  if (model === undefined) throw new Error(`the snippet does not parse: ${text}`);
  const found = templates.find(({ id }) => id === template);
  if (found === undefined) throw new Error(`no template ${template}`);
  const made: string[] = [];
  for (const node of model.root.walk()) {
    if (!found.kinds.includes(node.kind)) continue;
    for (const { changes } of found.propose(node, model)) {
      if (areApart(changes) && (await check(model, changes)) !== undefined) made.push(applyChanges(text, changes));
    }
  }
  return made;
}
