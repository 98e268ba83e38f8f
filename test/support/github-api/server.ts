import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from './routes.ts';
import { Refusal, RepositoryState } from './state.ts';

/** The next `times` requests that match, after `skip` good ones, get this instead; without a status they are cut. */
export interface ApiFault {
  readonly request: RegExp;
  readonly times: number;
  readonly skip?: number;
  readonly status?: number;
  readonly message?: string;
  /** Runs before the request is served or refused: what somebody else does in that moment. */
  readonly meanwhile?: () => void;
}

export interface GitHubApi {
  readonly origin: string;
  readonly state: RepositoryState;
  /** `METHOD path` below the repository, in order. */
  readonly requests: string[];
  readonly faults: ApiFault[];
  close(): Promise<void>;
}

/**
 * GitHub's REST API for branches, git objects, pull requests, labels and comments of one repository, for real clients,
 * on loopback. What lies under `/repos/OWNER/NAME/actions/` is passed on to `actions`, the stand-in of that part.
 */
export async function startGitHubApi(from: string, options: { actions?: string } = {}): Promise<GitHubApi> {
  const api = { state: new RepositoryState(from), requests: [] as string[], faults: [] as ApiFault[], origin: '' };
  const server = createServer((request, response) => {
    answer(api, options.actions, request, response).catch((thrown: unknown) => {
      const status = thrown instanceof Refusal ? thrown.status : 500;
      send(response, status, { message: thrown instanceof Error ? thrown.message : String(thrown) });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  api.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(api, {
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      api.state.remove();
    },
  });
}

type Served = Omit<GitHubApi, 'close'>;

async function answer(
  api: Served,
  actions: string | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = 'GET' } = request;
  const url = new URL(request.url ?? '/', api.origin);
  // Octokit writes the slashes of a branch as %2F.
  const decoded = decodeURIComponent(url.pathname);
  const [, owner, name, path = ''] = /^\/repos\/([^/]+)\/([^/]+)\/?(.*)$/.exec(decoded) ?? [];
  if (actions !== undefined && path.startsWith('actions/')) return forward(actions, url, request, response);
  api.requests.push(`${method} ${path}`);
  const fault = nextFault(api, `${method} ${path}`);
  fault?.meanwhile?.();
  if (fault !== undefined && fault.meanwhile === undefined && fault.status === undefined) {
    response.destroy();
    return;
  }
  if (fault?.status !== undefined) throw new Refusal(fault.status, fault.message ?? 'a fault of the stand-in');
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const token = /^(?:Bearer|token) (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const login = api.state.writers.get(token);
  if (login === undefined && !api.state.readers.has(token)) throw new Refusal(401, 'Bad credentials');
  if (login === undefined && method !== 'GET') throw new Refusal(403, 'Resource not accessible by integration');
  const body = chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString('utf8')) : {};
  const served = serve(api.state, {
    ...{ method, path, query: url.searchParams, body },
    login: login ?? '',
    site: `https://github.com/${owner}/${name}`,
  });
  send(response, served.status, served.value);
}

function nextFault(api: Served, request: string): ApiFault | undefined {
  const index = api.faults.findIndex((fault) => fault.request.test(request));
  const fault = api.faults[index];
  if (fault === undefined) return undefined;
  const { skip = 0, times } = fault;
  if (skip > 0) {
    api.faults[index] = { ...fault, skip: skip - 1 };
    return undefined;
  }
  if (times === 1) api.faults.splice(index, 1);
  else api.faults[index] = { ...fault, times: times - 1 };
  return fault;
}

async function forward(actions: string, url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { authorization = '' } = request.headers;
  const method = request.method ?? 'GET';
  const answered = await fetch(`${actions}${url.pathname}${url.search}`, {
    method,
    headers: { authorization },
    redirect: 'manual',
  });
  response.statusCode = answered.status;
  const location = answered.headers.get('location');
  if (location !== null) response.setHeader('location', location);
  response.setHeader('content-type', answered.headers.get('content-type') ?? 'application/json');
  response.end(Buffer.from(await answered.arrayBuffer()));
}

function send(response: ServerResponse, status: number, value: unknown): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(value === undefined ? undefined : JSON.stringify(value));
}
