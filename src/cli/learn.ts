import { resolve } from 'node:path';
import { listFiles, type Repository } from '../git/index.ts';
import { type LearnReport, learn, renderTasks, renderTerminal } from '../learning/index.ts';
import { heading } from '../render/layout.ts';
import type { CommonOptions, Context } from './context.ts';
import { recorded, type Session } from './session.ts';
import { storeLine } from './store-line.ts';

export interface LearnOptions extends CommonOptions {
  readonly repo: string;
  readonly store: boolean;
}

/** `hone learn` */
export async function learnCommand(options: LearnOptions, context: Context): Promise<number> {
  const dir = resolve(context.surroundings.cwd, options.repo);
  const { result, kept } = await recorded({ command: 'learn', dir, keep: options.store }, context, async (session) => ({
    result: await learnFrom(session, context),
    negative: false,
  }));
  context.answer({ ...result, store: kept }, (style) => {
    const tasks = renderTasks(result, style);
    return [
      heading('Learned', style),
      ...renderTerminal(result, style),
      ...(tasks.length > 0 ? ['', heading('Open tasks', style), ...tasks] : []),
      '',
      storeLine(kept, style),
    ];
  });
  return 0;
}

/** Learns from all that is recorded, this run until now included. */
export async function learnFrom(session: Session, { clock }: Context): Promise<LearnReport> {
  const { repository, store, recorder } = session;
  return learn({ store, recorder, clock, filesAtHead: () => filesAtHead(repository) });
}

async function filesAtHead(repository: Repository): Promise<ReadonlySet<string>> {
  const paths = new Set<string>();
  if (repository.head !== undefined)
    for await (const { path } of listFiles(repository, repository.head)) paths.add(path);
  return paths;
}
