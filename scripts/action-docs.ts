/**
 * Writes the tables of actions/<name>/README.md from its action.yml, between the markers
 * `<!-- inputs -->` / `<!-- outputs -->` and their `<!-- end -->`.
 *
 *   node scripts/action-docs.ts [--check]     --check changes nothing and fails when a README is behind
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';

interface Definition {
  readonly inputs?: Record<string, { description: string; required?: boolean; default?: string }>;
  readonly outputs?: Record<string, { description: string }>;
}

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const cell = (text: string): string => text.trim().replace(/\s+/g, ' ').replaceAll('|', '\\|');

function withTables(readme: string, definition: Definition): string {
  const sections: Record<string, string> = {
    inputs: table(
      ['input', 'what', 'default'],
      Object.entries(definition.inputs ?? {}).map(([name, input]) => [
        `\`${name}\``,
        cell(input.description),
        input.required ? 'required' : input.default ? `\`${cell(input.default)}\`` : '',
      ]),
    ),
    outputs: table(
      ['output', 'what'],
      Object.entries(definition.outputs ?? {}).map(([name, output]) => [`\`${name}\``, cell(output.description)]),
    ),
  };
  return readme.replace(/(<!-- (inputs|outputs) -->\n)[\s\S]*?(<!-- end -->)/g, (_, open, name, close) => {
    return `${open}${sections[name]}\n${close}`;
  });
}

for (const action of readdirSync(`${root}/actions`).sort()) {
  const readmePath = `actions/${action}/README.md`;
  const readme = readFileSync(`${root}/${readmePath}`, 'utf8');
  for (const marker of ['<!-- inputs -->', '<!-- outputs -->']) {
    if (!readme.includes(marker)) throw new Error(`${readmePath} has no ${marker}`);
  }
  const wanted = withTables(readme, parse(readFileSync(`${root}/actions/${action}/action.yml`, 'utf8')) as Definition);
  if (wanted === readme) continue;
  if (values.check) {
    process.stdout.write(`${readmePath} is behind its action.yml: run npm run docs\n`);
    process.exitCode = 1;
  } else {
    writeFileSync(`${root}/${readmePath}`, wanted);
    process.stdout.write(`${readmePath} updated\n`);
  }
}
