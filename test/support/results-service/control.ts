import type { Fault } from './faults.ts';
import { type Answer, bodyOf, type Exchange, json, type StandIn } from './http.ts';
import { damage, type Permission, type Run } from './state.ts';

/**
 * The stand-in's own doors, for tests that run it as a process of its own. POST a JSON object to `/_stand-in/<door>`:
 *
 *   runs         {id, attempt?, fork?, ref?, mayUpload?, mayCache?}   what a run is and may do
 *   tokens       {token, permission: none|read|write}                 a GITHUB_TOKEN's `actions:` permission
 *   faults       {kind, times, skip?, status?, headers?, message?}    next requests fail; {} forgets all faults
 *   unrelated    {count}                                              artifacts of other workflows
 *   visibility   {lists}                                              new artifacts stay out of that many lists
 *   evict        {}                                                   all caches
 *   damage       {artifact: id} or {cache: id}                        one bit flips
 *   reset-log    {}
 *
 * GET `/_stand-in/log` answers with every request so far, `/_stand-in/artifacts` and `/_stand-in/caches` with the state.
 */
export function serveControl(standIn: StandIn, exchange: Exchange): Answer {
  const door = exchange.url.pathname.slice('/_stand-in/'.length);
  const body = exchange.method === 'POST' ? bodyOf(exchange) : {};
  const { state, faults, log } = standIn;
  switch (`${exchange.method} ${door}`) {
    case 'POST runs':
      return json(state.addRun(body as unknown as Run));
    case 'POST tokens':
      state.tokens.set(String(body.token), body.permission as Permission);
      break;
    case 'POST faults':
      if (body.kind) faults.add(body as unknown as Fault);
      else faults.clear();
      break;
    case 'POST unrelated':
      state.addUnrelatedArtifacts(Number(body.count));
      break;
    case 'POST visibility':
      state.hideNewArtifactsFor = Number(body.lists);
      break;
    case 'POST evict':
      return json({ evicted: state.evictCaches() });
    case 'POST damage': {
      const found =
        body.cache === undefined
          ? state.artifact(Number(body.artifact))
          : state.caches.find((one) => one.id === Number(body.cache));
      if (!found) return json({ message: 'no such artifact or cache' }, 404);
      damage(found.blob);
      break;
    }
    case 'POST reset-log':
      log.clear();
      break;
    case 'GET log':
      return json(log.all());
    case 'GET artifacts':
      return json(state.list(exchange.url.searchParams.get('name') ?? undefined).map(withoutBlob));
    case 'GET caches':
      return json(state.caches.map(withoutBlob));
    default:
      return json({ message: `no door ${exchange.method} ${door}` }, 404);
  }
  return json({ ok: true });
}

function withoutBlob<T extends { blob: unknown }>(entry: T): Omit<T, 'blob'> {
  const { blob: _, ...rest } = entry;
  return rest;
}
