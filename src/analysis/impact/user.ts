import { languageOf, parse } from '../../code/index.ts';
import type { ChangedFile } from '../analyst.ts';
import { normalise } from '../critic/normalise.ts';
import { isExample } from '../scope.ts';
import type { Effect } from './effect.ts';

const component = /\.(?:[jt]sx)$/;

/** What people who use the program may notice: its screens, its texts, its default settings. */
export async function userEffects(files: readonly ChangedFile[]): Promise<Effect[]> {
  const effects: Effect[] = [];
  for (const file of files) {
    const effect = effectOf(file);
    if (effect && !(await isOnlyComments(file))) effects.push(effect);
  }
  return effects;
}

function effectOf(file: ChangedFile): Effect | undefined {
  const lines = [...file.added, ...file.deleted];
  if (lines.every(({ text }) => text.trim() === '') || isExample(file.path)) return undefined;
  if (file.role === 'config') return effect(file, 'config-changed', `Default settings change in \`${file.path}\`.`);
  if (file.role === 'interface' || (file.role === 'source' && component.test(file.path))) {
    return effect(file, 'interface-changed', `The user interface changes in \`${file.path}\`.`);
  }
  return undefined;
}

function effect(file: ChangedFile, rule: string, reason: string): Effect {
  const verb = file.status === 'added' ? 'added' : file.status === 'deleted' ? 'removed' : 'changed';
  const kind = rule.replace('changed', verb);
  const change = { kind, subject: file.path, breaking: false, rule, file: file.path, line: file.added[0]?.line ?? 1 };
  return { category: 'user', level: 'low', reason, change };
}

async function isOnlyComments({ path, oldText, newText }: ChangedFile): Promise<boolean> {
  if (oldText === undefined || newText === undefined) return false;
  return (await meaning(path, oldText)) === (await meaning(path, newText));
}

const comments: readonly (readonly [path: RegExp, comment: RegExp])[] = [
  [/\.css$/i, /\/\*[\s\S]*?\*\//g],
  [/\.(?:scss|sass|less)$/i, /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm],
  [/\.(?:html?|vue|svelte|hbs|ejs|pug)$/i, /<!--[\s\S]*?-->|\{\{!--[\s\S]*?--\}\}/g],
  [/\.(?:jinja2?|j2|njk)$/i, /\{#[\s\S]*?#\}|<!--[\s\S]*?-->/g],
  [/\.(?:ya?ml|toml|ini|po|ftl|properties)$/i, /^\s*[#;].*$/gm],
];

/** A text without its comments and white space, as far as its kind of file is known. */
async function meaning(path: string, text: string): Promise<string> {
  const language = languageOf(path, text);
  if (language) {
    const parsed = await parse(language, text, path);
    try {
      return normalise(parsed.root);
    } finally {
      parsed.dispose();
    }
  }
  const comment = comments.find(([kind]) => kind.test(path))?.[1];
  return (comment ? text.replace(comment, '') : text).replace(/\s+/g, ' ').trim();
}
