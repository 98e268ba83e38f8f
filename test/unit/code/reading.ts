import { type LanguageId, type ParsedFile, parse } from '../../../src/code/index.ts';

/** Parses, hands the file to `look`, and frees its tree. */
export async function reading<T>(
  language: LanguageId,
  text: string,
  look: (file: ParsedFile) => T,
  path = 'file',
): Promise<T> {
  const file = await parse(language, text, path);
  try {
    return look(file);
  } finally {
    file.dispose();
  }
}

/** One line per symbol: kind, qualified name, lines, flags. */
export function outlineOf(file: ParsedFile): string[] {
  return file.symbols.map((one) => {
    const flags = [
      one.exported && 'exported',
      one.async && 'async',
      one.generator && 'generator',
      one.static && 'static',
    ];
    const visibility = one.visibility === 'public' ? [] : [one.visibility];
    return [
      one.kind,
      one.qualifiedName,
      `${one.startLine}-${one.endLine}`,
      ...flags.filter(Boolean),
      ...visibility,
    ].join(' ');
  });
}
