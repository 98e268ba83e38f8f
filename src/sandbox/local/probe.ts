import { accessSync, constants, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { defaultLimits } from '../types.ts';
import { runCommand } from './command.ts';
import type { NamespaceTools } from './namespace-jail.ts';
import { entryArguments, hold } from './namespaces.ts';
import { ownPrefix } from './owner.ts';

const install = 'install bubblewrap (`apt-get install bubblewrap`, `dnf install bubblewrap`)';
const accept = 'or accept weaker isolation with `isolation: process`';

/** Tries a whole sandbox once. Returns the tools, or one sentence that says why it cannot be done here. */
export async function probe(): Promise<NamespaceTools | string> {
  if (process.platform !== 'linux') return `isolated sandboxes need Linux; run there, ${accept}`;
  const bubblewrap = find('bwrap');
  if (bubblewrap === undefined) return `bubblewrap was not found on the PATH; ${install}, ${accept}`;
  const nsenter = find('nsenter');
  if (nsenter === undefined || find('prlimit') === undefined || find('setpriv') === undefined) {
    return `nsenter, prlimit and setpriv were not all found on the PATH; install util-linux, ${accept}`;
  }
  const help = await runCommand(bubblewrap, ['--help'], { timeout: 30_000 });
  const disableUserNamespaces = help.stdout.includes('--disable-userns');
  // Named so that, when it is left behind, the next one collects it.
  const base = mkdtempSync(join(tmpdir(), `${ownPrefix}probe-`));
  try {
    const holder = await hold(bubblewrap, {
      root: '/probe',
      base,
      dependencies: [],
      visible: [],
      etc: undefined,
      limits: { ...defaultLimits, disk: 2 ** 20, files: 100 },
    });
    try {
      const entry = {
        holder: holder.pid,
        root: '/probe',
        cwd: '',
        env: { PATH: '/usr/bin:/bin' },
        filter: undefined,
        visible: [],
      };
      const args = entryArguments({ ...entry, limits: defaultLimits, disableUserNamespaces }, ['true']);
      const entered = await runCommand(nsenter, args, { timeout: 30_000 });
      if (entered.status !== 0) return refusal(entered.stderr);
    } finally {
      holder.child.kill('SIGKILL');
    }
  } catch (error) {
    return refusal((error as Error).message);
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
  return { bubblewrap, nsenter, disableUserNamespaces };
}

function refusal(complaint: string): string {
  const said =
    complaint
      .trim()
      .split('\n')
      .at(-1)
      ?.replace(/^the sandbox could not be set up: /, '') ?? '';
  const remedy =
    setting('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') === '1'
      ? 'run `sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0`'
      : setting('/proc/sys/kernel/unprivileged_userns_clone') === '0'
        ? 'run `sudo sysctl -w kernel.unprivileged_userns_clone=1`'
        : 'it needs user namespaces and a kernel of at least 5.14; in a container, allow them';
  return `bubblewrap cannot make a sandbox here (${said}); ${remedy}, ${accept}`;
}

function setting(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}

function find(name: string): string | undefined {
  for (const folder of [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin']) {
    if (!folder.startsWith('/')) continue;
    try {
      accessSync(join(folder, name), constants.X_OK);
      return join(folder, name);
    } catch {
      // The next folder may have it.
    }
  }
  return undefined;
}
