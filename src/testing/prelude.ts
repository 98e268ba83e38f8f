import type { TestCommand } from './types.ts';

/** As package managers do for their scripts. */
const toolsOnPath =
  'd=$PWD p=; while [ -n "$d" ]; do p="$p$d/node_modules/.bin:"; d=$(dirname "$d"); [ "$d" != / ] || d=; done; PATH="$p$PATH"; export PATH;';
/** What a shell keeps for what follows: the tests have to be started by the same one. */
const keptByShell = /(?:^|&&|\|\||;)\s*(?:export|set|unset|source|\.|umask|ulimit|alias|cd)\s/;

/** A shell that finds the tools of the project. */
export function withTools(script: string, words: readonly string[]): readonly string[] {
  return ['sh', '-c', `${toolsOnPath}\n${script}`, ...words];
}

/** The key on stdin is for the reporter, so what comes before gets none. */
export function withPrelude(prelude: string | undefined, argv: readonly string[]): readonly string[] {
  return prelude === undefined ? argv : withTools(`{ ${prelude}\n} </dev/null && exec "$0" "$@"`, argv);
}

/** What has to run before the tests and can run by itself. */
export function separatePrelude({ prelude, preludeMayFail = false }: TestCommand): string | undefined {
  if (prelude === undefined || keptByShell.test(prelude)) return undefined;
  return preludeMayFail ? `( ${prelude}\n) || true` : prelude;
}

/** What has to be started together with the tests. */
export function inlinePrelude(command: TestCommand): string | undefined {
  return separatePrelude(command) === undefined ? command.prelude : undefined;
}
