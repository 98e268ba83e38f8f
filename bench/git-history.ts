import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FILES = 2000;
const headers = ['feat(core): add', 'fix: repair', 'docs: tell', 'chore(deps): bump', 'Update', 'Tidy up'];

/**
 * A bare repository of `commits` commits, made with `git fast-import`: 2,000 files of some 40 lines, one to four files
 * a commit, 100 authors, and every 20th commit a merge of a side branch, of which some conflict. Always the same.
 */
export async function writeHistory(commits: number): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), 'hone-bench-'));
  spawnSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', dir]);
  const git = spawn('git', ['fast-import', '--quiet'], { cwd: dir, stdio: ['pipe', 'ignore', 'inherit'] });
  for (const part of history(commits)) {
    if (!git.stdin.write(part)) await once(git.stdin, 'drain');
  }
  git.stdin.end();
  const [status] = (await once(git, 'close')) as [number];
  if (status !== 0) throw new Error(`git fast-import ended with ${status}`);
  return dir;
}

function* history(commits: number): Generator<string> {
  const random = linear(1);
  const files = Array.from({ length: FILES }, () => Array.from({ length: 40 }, (_, line) => `line ${line}`));
  let time = 1_300_000_000;
  let made = 0;
  const commit = (branch: string, parents: readonly number[], texts: readonly [number, string][]): string => {
    made++;
    time += 60 + random(4000);
    const who = `A${random(100)}`;
    const person = `${who} <${who}@example.com> ${time} +0${random(10)}00`;
    const message = `${headers[random(headers.length)]} ${made}\n\nBody of ${made}.\n`;
    const [first, ...others] = parents;
    const lines = [
      `commit refs/heads/${branch}\nmark :${made}\nauthor ${person}\ncommitter ${person}\n${data(message)}`,
      ...(first === undefined ? [] : [`from :${first}\n`]),
      ...others.map((parent) => `merge :${parent}\n`),
      ...texts.map(([file, text]) => `M 100644 inline src/package${file % 40}/file${file}.ts\n${data(text)}`),
    ];
    return lines.join('');
  };
  const edit = (file: number): [number, string] => {
    const lines = files[file] ?? [];
    for (let i = 0; i < 3; i++) lines[random(lines.length)] = `line ${random(1e9)}`;
    if (random(5) === 0) lines.splice(random(lines.length), 0, 'new line');
    return [file, `${lines.join('\n')}\n`];
  };
  let main: number | undefined;
  while (made < commits) {
    const parents: number[] = main === undefined ? [] : [main];
    if (made > 0 && made % 20 === 18) {
      const file = random(FILES);
      const ours = (files[file] ?? []).join('\n');
      yield commit('side', parents, [[file, `${ours}\nfrom the side\n`]]);
      // One in five edits the same lines on both sides.
      yield commit('main', parents, random(5) === 0 ? [[file, `${ours}\nfrom main\n`]] : [edit(random(FILES))]);
      yield commit('main', [made, made - 1], [[file, `${ours}\nfrom both\n`]]);
    } else {
      yield commit(
        'main',
        parents,
        Array.from({ length: 1 + random(4) }, () => edit(random(FILES))),
      );
    }
    main = made;
  }
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

/** Numbers below `limit` from a linear congruential generator: the same history every time. */
function linear(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}
