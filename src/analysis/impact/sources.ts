import { messageOf } from '../../base/errors.ts';
import { languageOf, type ParsedFile, parse } from '../../code/index.ts';
import type { ChangedFile } from '../analyst.ts';
import { isExample } from '../scope.ts';

/** A changed source file of the product (no tests, no examples), both sides parsed where they exist. */
export interface ChangedSource {
  readonly file: ChangedFile;
  readonly before: ParsedFile | undefined;
  readonly after: ParsedFile | undefined;
}

// Read by a tool by its name; what it exports is between the two.
const toolConfig = /(?:^|\/)(?:[\w-]+\.config\.[cm]?[jt]s|\.[\w-]+rc\.[cm]?js|setup\.py|noxfile\.py)$/;

/** Lends out the parsed sides of all changed product sources while `work` runs. */
export async function withSources<T>(
  files: readonly ChangedFile[],
  notes: string[],
  work: (sources: readonly ChangedSource[]) => Promise<T>,
): Promise<T> {
  const sources: ChangedSource[] = [];
  try {
    for (const file of files) {
      if (file.role !== 'source' || isExample(file.path) || toolConfig.test(file.path)) continue;
      const before = await parsed(file.oldPath, file.oldText, notes);
      const after = await parsed(file.path, file.newText, notes);
      sources.push({ file, before, after });
    }
    return await work(sources);
  } finally {
    for (const { before, after } of sources) {
      before?.dispose();
      after?.dispose();
    }
  }
}

async function parsed(path: string, text: string | undefined, notes: string[]): Promise<ParsedFile | undefined> {
  const language = text === undefined ? undefined : languageOf(path, text);
  if (text === undefined || !language) return undefined;
  try {
    return await parse(language, text, path);
  } catch (thrown) {
    notes.push(`The impact of ${path} is unknown: ${messageOf(thrown)}.`);
    return undefined;
  }
}
