import type { Chance } from './world.ts';

interface Task {
  resume: (() => void) | undefined;
  /** Resolves when the task waits for its next turn or has ended. */
  idle: Promise<void>;
  rest: () => void;
}

/** Runs tasks one turn at a time, in an order that a seed decides. A task that crashes never gets another turn. */
export class Turns {
  private readonly waiting: Task[] = [];
  private readonly chance: Chance;
  private readonly onTurn: () => void;
  private readonly crash: () => boolean;

  constructor(chance: Chance, onTurn: () => void, crash: () => boolean) {
    this.chance = chance;
    this.onTurn = onTurn;
    this.crash = crash;
  }

  get active(): number {
    return this.waiting.length;
  }

  /** Starts a task and lets it go to its first pause. */
  async start(work: (pause: () => Promise<void>) => Promise<void>): Promise<void> {
    const task = { resume: undefined } as Task;
    this.expectRest(task);
    const pause = () =>
      new Promise<void>((resolve) => {
        task.resume = resolve;
        this.waiting.push(task);
        task.rest();
      });
    let failure: unknown;
    const { idle } = task;
    work(pause).then(
      () => task.rest(),
      (thrown: unknown) => {
        failure = thrown ?? new Error('a task failed');
        this.failures.push(failure);
        task.rest();
      },
    );
    await idle;
  }

  readonly failures: unknown[] = [];

  /** One turn of one waiting task. */
  async turn(): Promise<void> {
    const [task] = this.waiting.splice(this.chance.below(this.waiting.length), 1);
    if (!task) return;
    this.onTurn();
    if (this.crash()) return;
    this.expectRest(task);
    const { idle } = task;
    task.resume?.();
    await idle;
  }

  private expectRest(task: Task): void {
    task.idle = new Promise((resolve) => {
      task.rest = resolve;
    });
  }
}
