import { enclosing } from '../../code/index.ts';
import type { Node, ParsedFile } from '../../code/types.ts';
import { args, calledName, callee, field, keyword, parts, receiver, stringValue } from '../critic/nodes.ts';

export interface Route {
  /** `GET /users/:id` */
  readonly name: string;
  readonly line: number;
  readonly endLine: number;
}

/** Quick look whether parsing a file for routes can be worth it. */
export function mayHaveRoutes(text: string): boolean {
  return /\.(?:get|post|put|patch|delete|all|route)\s*\(|@\w+(?:\.\w+)*\.route\b|\burlpatterns\b/.test(text);
}

/**
 * HTTP routes that a file registers with a literal path: Express, Koa router, Fastify, Flask, FastAPI, Django. Prefixes
 * that a router gets elsewhere (`app.use('/api', router)`, blueprints, `include()`) are not part of the names.
 */
export function routesOf(file: ParsedFile): Route[] {
  return file.language === 'python' ? pythonRoutes(file) : ecmascriptRoutes(file);
}

const methods = /^(?:get|post|put|patch|delete|del|all|head|options)$/;
const routerName =
  /^(?:this\.)?_?(?:app|router|server|fastify|api|express|route|routes|\w*(?:Router|App|Server|Routes|_router|_app))$/;

function ecmascriptRoutes({ root }: ParsedFile): Route[] {
  return root.descendantsOfType(['call_expression']).flatMap((call) => {
    const method = call && calledName(call);
    const on = call && receiver(call);
    if (!call || !method || !on) return [];
    if (method === 'route' && routerName.test(on.text)) return fastifyRoute(call);
    if (!methods.test(method)) return [];
    const chained = routeChain(on);
    // With one argument `app.get('x')` reads a setting and `map.get('x')` a map.
    const path =
      chained ?? (routerName.test(on.text) && args(call).length > 1 ? stringValue(args(call)[0]) : undefined);
    return path === undefined || !(path.startsWith('/') || path === '*') ? [] : [route(call, [method], path)];
  });
}

/** `router.route('/x').get(...).post(...)` */
function routeChain(on: Node): string | undefined {
  let at: Node | undefined = on;
  while (at?.type === 'call_expression') {
    const from = receiver(at);
    if (calledName(at) === 'route' && from && routerName.test(from.text)) return stringValue(args(at)[0]);
    at = methods.test(calledName(at) ?? '') ? from : undefined;
  }
  return undefined;
}

function fastifyRoute(call: Node): Route[] {
  const options = args(call)[0];
  if (options?.type !== 'object') return [];
  const value = (name: string): Node | undefined => {
    const pair = parts(options).find((one) => field(one, 'key')?.text === name);
    return pair && field(pair, 'value');
  };
  const path = stringValue(value('url') ?? value('path'));
  const method = value('method');
  const names =
    method?.type === 'array' ? parts(method).map((one) => stringValue(one) ?? '') : [stringValue(method) ?? ''];
  return path === undefined || names.includes('') ? [] : [route(call, names, path)];
}

function pythonRoutes(file: ParsedFile): Route[] {
  const decorated = file.root.descendantsOfType(['decorator']).flatMap((decorator) => {
    const call = decorator && parts(decorator)[0];
    return call?.type === 'call' ? decoratorRoute(call) : [];
  });
  return [...decorated, ...djangoRoutes(file)];
}

function decoratorRoute(call: Node): Route[] {
  const method = calledName(call) ?? '';
  const path = stringValue(args(call)[0]) ?? stringValue(keyword(call, 'path') ?? keyword(call, 'rule'));
  if (callee(call)?.type !== 'attribute' || path === undefined || !(path === '' || path.startsWith('/'))) return [];
  if (method === 'route' || method === 'api_route') {
    const listed = keyword(call, 'methods');
    const names = listed
      ? parts(listed)
          .map((one) => stringValue(one) ?? '')
          .filter(Boolean)
      : ['GET'];
    return [route(call, names, path)];
  }
  return methods.test(method) || method === 'websocket' ? [route(call, [method], path)] : [];
}

function djangoRoutes({ path, root }: ParsedFile): Route[] {
  if (!/(?:^|\/)urls(?:\/|\.py$)|_urls\.py$/.test(path)) return [];
  return root.descendantsOfType(['call']).flatMap((call) => {
    const name = call && callee(call)?.type === 'identifier' ? calledName(call) : undefined;
    if (!call || (name !== 'path' && name !== 're_path' && name !== 'url') || !enclosing(call, ['list', 'tuple']))
      return [];
    const text = stringValue(args(call)[0]);
    // An include() is a prefix, not a route.
    const included = args(call)[1]?.text.startsWith('include(');
    return text === undefined || included ? [] : [{ ...route(call, ['any'], `/${text.replace(/^\^|^\//, '')}`) }];
  });
}

function route(call: Node, names: readonly string[], path: string): Route {
  const listed = names.map((name) =>
    /^(?:all|any)$/i.test(name) ? 'ANY' : name.toUpperCase().replace(/^DEL$/, 'DELETE'),
  );
  return {
    name: `${[...new Set(listed)].sort().join(',')} ${path}`,
    line: call.startPosition.row + 1,
    endLine: call.endPosition.row + 1,
  };
}
