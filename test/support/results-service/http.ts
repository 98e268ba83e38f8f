import type { IncomingMessage } from 'node:http';
import type { Faults, RequestLog } from './faults.ts';
import type { Permission, ResultsState, Run } from './state.ts';

export interface Exchange {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: Buffer | string;
}

export interface StandIn {
  readonly state: ResultsState;
  readonly faults: Faults;
  readonly log: RequestLog;
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
}

export function json(value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(value),
  };
}

export function bodyOf(exchange: Exchange): Record<string, unknown> {
  const value: unknown = exchange.body.length > 0 ? JSON.parse(exchange.body.toString('utf8')) : {};
  if (typeof value !== 'object' || value === null) throw new Error('the body is no JSON object');
  return value as Record<string, unknown>;
}

export function bearer(exchange: Exchange): string {
  return /^(?:Bearer|token) (.+)$/i.exec(exchange.headers.authorization ?? '')?.[1] ?? '';
}

/** Run and job of a runtime token, whose `scp` is `Actions.Results:RUN:JOB`. */
export function runOf(exchange: Exchange, state: ResultsState): { run: Run; job: string } | undefined {
  const payload = bearer(exchange).split('.')[1];
  if (!payload) return undefined;
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as { scp?: string };
  const [, run, job] = /(?:^| )Actions\.Results:([^: ]+):([^: ]+)/.exec(claims.scp ?? '') ?? [];
  return run && job ? { run: state.run(run), job } : undefined;
}

export function permissionOf(exchange: Exchange, state: ResultsState): Permission | undefined {
  return state.tokens.get(bearer(exchange)) ?? state.unknownToken;
}
