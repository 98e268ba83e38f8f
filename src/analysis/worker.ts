import { parentPort, workerData } from 'node:worker_threads';
import { messageOf } from '../base/errors.ts';
import type { AnalystInput } from './analyst.ts';
import type { Answer } from './isolation.ts';
import { loadAnalyst } from './registry.ts';

/**
 * The inside of an analyst's thread: loads the analyst named in `workerData`, takes one input, gives one answer.
 *
 * @throws Error outside a worker thread
 */
export async function serveAnalyst(): Promise<void> {
  const port = parentPort;
  if (!port) throw new Error('serveAnalyst() runs in a worker thread only');
  const { name } = workerData as { name: string };
  const input = new Promise<AnalystInput>((resolve) => port.once('message', resolve));
  const analyst = await loadAnalyst(name);
  port.postMessage(await answer(() => input.then((data) => analyst.analyse(data))));
}

async function answer(work: () => ReturnType<Awaited<ReturnType<typeof loadAnalyst>>['analyse']>): Promise<Answer> {
  try {
    return { result: await work() };
  } catch (thrown) {
    return { error: thrown instanceof Error && thrown.stack ? thrown.stack : messageOf(thrown) };
  }
}
