import { printable } from '../base/printable.ts';
import type { Repository } from '../git/index.ts';
import { joined } from '../render/layout.ts';
import type { Style } from '../render/style.ts';

/** First line of a report: which repository, branch and commit. */
export function repositoryTitle({ name, branch, head, shallow, bare }: Repository, style: Style): string {
  const parts = [
    style.bold(printable(name.replace(/^local\//, ''))),
    branch === undefined ? 'detached HEAD' : printable(branch),
    head?.slice(0, 10) ?? 'no commits yet',
    shallow ? 'shallow clone' : undefined,
    bare ? 'bare' : undefined,
  ];
  return `${style.bold(style.cyan('hone'))}  ${joined(parts, style)}`;
}
