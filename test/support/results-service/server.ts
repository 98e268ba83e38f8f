import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serveBlob } from './blobs.ts';
import { serveControl } from './control.ts';
import { type Fault, Faults, kindOf, RequestLog } from './faults.ts';
import { type Answer, type Exchange, json, type StandIn } from './http.ts';
import { serveRest } from './rest.ts';
import { ResultsState } from './state.ts';
import { serveTwirp } from './twirp.ts';

export interface ResultsService extends StandIn {
  /** What the toolkit and octokit read from the environment of a step of this run. */
  environment(run: { id: string; attempt?: number; job?: string; token?: string }): Record<string, string>;
  close(): Promise<void>;
}

/** Starts the stand-in on 127.0.0.1; `port` 0 takes a free one. */
export async function startResultsService(options: { port?: number } = {}): Promise<ResultsService> {
  const standIn = { state: new ResultsState(), faults: new Faults(), log: new RequestLog(), origin: '' };
  const server = createServer((request, response) => {
    answer(standIn, request, response).catch((thrown: unknown) => {
      response.statusCode = 500;
      response.end(JSON.stringify({ message: String(thrown) }));
    });
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  standIn.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(standIn, {
    environment: (run: { id: string; attempt?: number; job?: string; token?: string }) => ({
      ACTIONS_RESULTS_URL: `${standIn.origin}/`,
      ACTIONS_RUNTIME_TOKEN: runtimeToken(run.id, run.attempt ?? 1, run.job ?? 'job'),
      ACTIONS_CACHE_SERVICE_V2: 'true',
      GITHUB_API_URL: standIn.origin,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_TOKEN: run.token ?? 'stand-in',
    }),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

/** Unsigned: the clients only read its claims. */
export function runtimeToken(runId: string, attempt: number, job: string): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const backend = attempt === 1 ? runId : `${runId}-${attempt}`;
  return `${part({ alg: 'none', typ: 'JWT' })}.${part({ scp: `Actions.Results:${backend}:${job}` })}.none`;
}

async function answer(standIn: StandIn, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', standIn.origin);
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const exchange: Exchange = {
    method: request.method ?? 'GET',
    url,
    headers: request.headers,
    body: Buffer.concat(chunks),
  };
  if (url.pathname.startsWith('/_stand-in/')) return send(response, exchange, serveControl(standIn, exchange));

  const kind = kindOf(exchange.method, url.pathname);
  const path = url.pathname + url.search;
  const fault = standIn.faults.next(kind);
  standIn.log.add({ kind, method: exchange.method, path });
  if (fault && fault.status === undefined) {
    response.destroy();
    return;
  }
  send(response, exchange, fault ? faultAnswer(fault) : route(standIn, exchange));
}

function faultAnswer({ status, message = 'a fault of the stand-in', headers }: Fault): Answer {
  return json({ message, msg: message, code: 'internal' }, status, headers);
}

function route(standIn: StandIn, exchange: Exchange): Answer {
  const path = exchange.url.pathname;
  if (path.startsWith('/twirp/')) return serveTwirp(standIn, exchange);
  if (path.startsWith('/blob/')) return serveBlob(standIn, exchange);
  if (path.startsWith('/repos/')) return serveRest(standIn, exchange);
  return json({ message: 'Not Found' }, 404);
}

function send(response: ServerResponse, exchange: Exchange, served: Answer): void {
  const body = served.body === undefined ? undefined : Buffer.from(served.body);
  response.statusCode = served.status;
  for (const [name, value] of Object.entries(served.headers ?? {})) response.setHeader(name, value);
  if (exchange.method !== 'HEAD' && served.status !== 204) response.setHeader('content-length', body?.length ?? 0);
  response.end(exchange.method === 'HEAD' ? undefined : body);
}
