import { describe, expect, it } from 'vitest';
import { createPool, type Machine, type Sandbox, type SandboxProvider } from '../../../src/sandbox/index.ts';

const idle: Machine = { cpus: 2, load: () => 0, freeMemory: () => 2 ** 34 };
const spec = { repository: '/r', commit: 'c' };

/** A provider that only counts: what the pool does is when and how often it asks. */
function counting(): { provider: SandboxProvider; live: () => number; most: () => number; failing: { next: boolean } } {
  let live = 0;
  let most = 0;
  const failing = { next: false };
  const provider = {
    create: async () => {
      if (failing.next) throw new Error('no sandbox');
      live++;
      most = Math.max(most, live);
      let here = true;
      return {
        destroy: async () => {
          if (here) live--;
          here = false;
        },
      } as Sandbox;
    },
  } as unknown as SandboxProvider;
  return { provider, live: () => live, most: () => most, failing };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('pool', () => {
  it('runs no more than its size at once, first come first served, and destroys each', async () => {
    const { provider, live, most } = counting();
    const pool = createPool(provider, { size: 3, machine: { ...idle, cpus: 8 } });
    const order: number[] = [];
    await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        pool.use(spec, async () => {
          order.push(n);
          await pause(2);
        }),
      ),
    );
    expect(most()).toBe(3);
    expect(live()).toBe(0);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect([pool.running, pool.waiting]).toEqual([0, 0]);
  });

  it.each([
    ['memory is short', { ...idle, freeMemory: () => 1000 }],
    ['others load the machine', { ...idle, load: () => 50 }],
  ])('runs one at a time, but never none, while %s', async (_, machine) => {
    const { provider, most } = counting();
    const pool = createPool(provider, { size: 4, machine });
    await Promise.all(Array.from({ length: 4 }, () => pool.use(spec, () => pause(2))));
    expect(most()).toBe(1);
  });

  it('goes on when the machine is free again', async () => {
    let free = 0;
    const { provider, most } = counting();
    const pool = createPool(provider, { size: 2, machine: { ...idle, freeMemory: () => free } });
    const work = [1, 2].map(() => pool.use(spec, () => pause(500)));
    await pause(20);
    expect(pool.running).toBe(1);
    free = 2 ** 34;
    await Promise.all(work);
    expect(most()).toBe(2);
  });

  it('gives its place back when work or creation fails', async () => {
    const { provider, live, failing } = counting();
    const pool = createPool(provider, { size: 1, machine: idle });
    await expect(pool.use(spec, () => Promise.reject(new Error('work failed')))).rejects.toThrow('work failed');
    failing.next = true;
    await expect(pool.use(spec, () => pause(1))).rejects.toThrow('no sandbox');
    failing.next = false;
    expect(await pool.use(spec, async () => 'done')).toBe('done');
    expect(live()).toBe(0);
  });

  it('lets a waiting one leave, and destroys the sandbox of a running one, when aborted', async () => {
    const { provider, live } = counting();
    const pool = createPool(provider, { size: 1, machine: idle });
    const running = new AbortController();
    const waiting = new AbortController();
    let release = (): void => {};
    const first = pool.use(
      { ...spec, signal: running.signal },
      () => new Promise<void>((resolve) => (release = resolve)),
    );
    const second = pool.use({ ...spec, signal: waiting.signal }, () => pause(1));
    const third = pool.use(spec, async () => 'third');
    waiting.abort(new Error('not wanted'));
    await expect(second).rejects.toThrow('not wanted');
    await pause(1);
    running.abort();
    await pause(1);
    expect(live()).toBe(0);
    release();
    await first;
    expect(await third).toBe('third');
    await expect(pool.use({ ...spec, signal: AbortSignal.abort(new Error('late')) }, () => pause(1))).rejects.toThrow(
      'late',
    );
  });
});
