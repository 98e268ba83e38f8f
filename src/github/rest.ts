import type { getOctokit } from '@actions/github';

export type Rest = ReturnType<typeof getOctokit>;

export interface RestOptions {
  readonly token: string;
  /** `https://api.github.com`, or what GITHUB_API_URL says. */
  readonly apiUrl: string;
  /** Waits; tests make it short. Milliseconds. */
  readonly sleep?: (milliseconds: number) => Promise<void>;
}

const attempts = 3;
const requestTimeout = 30_000;
// Bookkeeping never keeps a job waiting for long: who must wait longer gives up and says so.
const longestWait = 20_000;

/** GitHub's REST API for one token: a time limit on every request, few and short retries, `retry-after` obeyed. */
export async function openRest(options: RestOptions): Promise<Rest> {
  if (options.token === '') throw new Error('no token was given');
  const { getOctokit } = await import('@actions/github');
  const sleep = options.sleep ?? ((milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)));
  const rest = getOctokit(options.token, { baseUrl: options.apiUrl });
  rest.hook.wrap('request', async (request, parameters) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await request({
          ...parameters,
          request: { ...parameters.request, signal: AbortSignal.timeout(requestTimeout) },
        });
      } catch (thrown) {
        const wait = attempt < attempts ? waitBefore(thrown, attempt) : undefined;
        if (wait === undefined || wait > longestWait) throw thrown;
        await sleep(wait);
      }
    }
  });
  return rest;
}

/** Milliseconds until another try may succeed; undefined when it would not. */
function waitBefore(thrown: unknown, attempt: number): number | undefined {
  const status = statusOf(thrown);
  const asked = Number(retryAfterOf(thrown));
  if (status === 429 || (status === 403 && asked > 0)) return asked > 0 ? asked * 1000 : undefined;
  const broken = status === undefined || status === 0 || status >= 500;
  return broken ? 500 * 2 ** attempt : undefined;
}

/** HTTP status of an error that octokit threw; undefined for others. */
export function statusOf(thrown: unknown): number | undefined {
  const status = (thrown as { status?: unknown } | null)?.status;
  return typeof status === 'number' ? status : undefined;
}

function retryAfterOf(thrown: unknown): string | undefined {
  const { response } = thrown as { response?: { headers?: Record<string, string | undefined> } };
  return response?.headers?.['retry-after'];
}
