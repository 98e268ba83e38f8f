import type * as core from '@actions/core';
import type { Log } from '../base/log.ts';

/** The part of @actions/core that actions speak through. */
export type Commands = Pick<
  typeof core,
  'debug' | 'info' | 'notice' | 'warning' | 'error' | 'setFailed' | 'setOutput' | 'setSecret' | 'saveState' | 'getState'
>;

// The runner takes `::name::` for a command at the start of a line, and the older `##[name]` anywhere in it.
const commandLike = /^([\s\u0085]*)::|##\[/gm;

/** Text whose lines the runner prints and never obeys: a zero-width space parts what would start a command. */
export function inert(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(commandLike, (found) => `${found.slice(0, -1)}\u200b${found.slice(-1)}`);
}

/** A {@link Log} in a workflow run. Warnings and errors become annotations; progress is said once, when it ends. */
export function workflowLog(commands: Commands): Log {
  return {
    debug: (message) => commands.debug(message),
    info: (message) => commands.info(inert(message)),
    warn: (message) => commands.warning(message),
    error: (message) => commands.error(message),
    progress: (label) => ({
      update() {},
      end: (summary) => commands.info(inert(summary === undefined ? label : `${label}: ${summary}`)),
    }),
  };
}
