/** The bundle's doors. Each loads only what is asked for: parsing code dominates start-up time. */
export async function cli(argv: readonly string[]): Promise<void> {
  const { main } = await import('./cli/main.ts');
  process.exitCode = await main(argv);
}

export type ActionName = 'analyze-commit' | 'best-of-n-fix' | 'learn';
export type ActionPhase = 'main' | 'post';

export async function action(name: ActionName, phase: ActionPhase): Promise<void> {
  switch (name) {
    case 'analyze-commit':
      return (await import('./actions/analyze-commit/index.ts')).start(phase);
    case 'best-of-n-fix':
      return (await import('./actions/best-of-n-fix/index.ts')).start(phase);
    case 'learn':
      return (await import('./actions/learn/index.ts')).start(phase);
  }
}

/** Serves one analyst inside a worker thread. */
export async function analyst(): Promise<void> {
  return (await import('./analysis/index.ts')).serveAnalyst();
}
