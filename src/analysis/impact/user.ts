import type { ChangedFile } from '../analyst.ts';
import { isExample } from '../scope.ts';
import type { Effect } from './effect.ts';

const component = /\.(?:[jt]sx)$/;

/** What people who use the program may notice: its screens, its texts, its default settings. */
export function userEffects(files: readonly ChangedFile[]): Effect[] {
  return files.flatMap((file) => effectOf(file) ?? []);
}

function effectOf(file: ChangedFile): Effect | undefined {
  const lines = [...file.added, ...file.deleted];
  if (lines.every(({ text }) => text.trim() === '') || isExample(file.path)) return undefined;
  if (file.role === 'config') {
    return effect(file, 'low', 'config-changed', `Default settings change in \`${file.path}\`.`);
  }
  if (file.role === 'interface' || (file.role === 'source' && component.test(file.path))) {
    return effect(file, 'low', 'interface-changed', `What users see changes in \`${file.path}\`.`);
  }
  return undefined;
}

function effect(file: ChangedFile, level: Effect['level'], rule: string, reason: string): Effect {
  const kind =
    file.status === 'added'
      ? rule.replace('changed', 'added')
      : file.status === 'deleted'
        ? rule.replace('changed', 'removed')
        : rule;
  const line = file.added[0]?.line ?? 1;
  return {
    category: 'user',
    level,
    reason,
    change: { kind, subject: file.path, breaking: false, rule, file: file.path, line },
  };
}
