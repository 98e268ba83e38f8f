/** What one run of act came to, read from its JSON log. */
export interface ActRun {
  /** Exit status of act: 0 when every job succeeded. */
  readonly status: number | null;
  readonly jobs: Readonly<Record<string, string>>;
  /** Everything that jobs printed and act said of them. */
  readonly text: string;
  /** Texts of job summaries, in order. */
  readonly summaries: readonly string[];
  readonly annotations: readonly LoggedAnnotation[];
  readonly milliseconds: number;
}

export interface LoggedAnnotation {
  readonly level: string;
  readonly message: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly stage: string;
}

interface Line {
  readonly msg?: string;
  readonly command?: string;
  readonly arg?: string;
  readonly content?: string;
  readonly kvPairs?: Record<string, string>;
  readonly stage?: string;
  readonly job?: string;
  readonly jobResult?: string;
}

export function readActLog(output: string): Omit<ActRun, 'status' | 'milliseconds'> {
  const jobs: Record<string, string> = {};
  const text: string[] = [];
  const summaries: string[] = [];
  const annotations: LoggedAnnotation[] = [];
  for (const raw of output.split('\n').filter((one) => one !== '')) {
    const line = parseLine(raw);
    text.push(line.msg?.replace(/\n$/, '') ?? '');
    if (line.job && line.jobResult) jobs[line.job] = line.jobResult;
    if (line.command === 'summary') summaries.push(line.content ?? '');
    if (line.command && ['error', 'warning', 'notice'].includes(line.command)) {
      const { command, arg = '', kvPairs = {}, stage = '' } = line;
      annotations.push({ level: command, message: arg, properties: kvPairs, stage });
    }
  }
  return { jobs, text: text.join('\n'), summaries, annotations };
}

/** act prints a few lines before it starts to speak JSON. */
function parseLine(raw: string): Line {
  try {
    return JSON.parse(raw) as Line;
  } catch {
    return { msg: raw };
  }
}
