import type { Chance } from './world.ts';

interface Task {
  crashed: boolean;
  resume: () => void;
  /** Tells the scheduler that the task waits for its next turn or has ended. */
  rest: () => void;
}

/**
 * Runs tasks one turn at a time, in an order that a seed decides. For a task that crashes every further call fails before
 * it has any effect: to the world it is dead, and it still frees its memory.
 */
export class Turns {
  readonly failures: unknown[] = [];
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
  async start(work: (pause: () => Promise<void>, alive: () => boolean) => Promise<void>): Promise<void> {
    const task: Task = { crashed: false, resume() {}, rest() {} };
    const pause = () => {
      if (task.crashed) return Promise.reject(new Error('the run is dead'));
      return new Promise<void>((resolve, reject) => {
        task.resume = () => (task.crashed ? reject(new Error('the run died')) : resolve());
        this.waiting.push(task);
        task.rest();
      });
    };
    const idle = untilRest(task);
    work(pause, () => !task.crashed)
      .catch((thrown: unknown) => this.failures.push(thrown))
      .then(() => task.rest());
    await idle;
  }

  /** One turn of one waiting task. */
  async turn(): Promise<void> {
    const [task] = this.waiting.splice(this.chance.below(this.waiting.length), 1);
    if (!task) return;
    this.onTurn();
    task.crashed = this.crash();
    const idle = untilRest(task);
    task.resume();
    await idle;
  }
}

function untilRest(task: Task): Promise<void> {
  return new Promise((resolve) => {
    task.rest = resolve;
  });
}
