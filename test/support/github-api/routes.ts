import { join } from 'node:path';
import { type PullRecord, Refusal, type RepositoryState } from './state.ts';

export interface Call {
  readonly method: string;
  /** Below `/repos/OWNER/NAME/`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Record<string, unknown>;
  /** Login of the token. */
  readonly login: string;
  /** `https://github.com/OWNER/NAME` */
  readonly site: string;
}

type Served = { readonly status: number; readonly value?: unknown };
type Handler = (state: RepositoryState, call: Call, found: readonly string[]) => Served;

const ok = (value: unknown): Served => ({ status: 200, value });
const made = (value: unknown): Served => ({ status: 201, value });
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const routes: readonly (readonly [method: string, path: RegExp, handler: Handler])[] = [
  ['POST', /^git\/blobs$/, createBlob],
  ['POST', /^git\/trees$/, createTree],
  ['POST', /^git\/commits$/, createCommit],
  ['GET', /^git\/commits\/(\w+)$/, getCommit],
  ['GET', /^git\/ref\/heads\/(.+)$/, getRef],
  ['POST', /^git\/refs$/, createRef],
  ['PATCH', /^git\/refs\/heads\/(.+)$/, updateRef],
  ['GET', /^pulls$/, listPulls],
  ['POST', /^pulls$/, createPull],
  ['GET', /^pulls\/(\d+)$/, getPull],
  ['PATCH', /^pulls\/(\d+)$/, updatePull],
  ['POST', /^labels$/, createLabel],
  ['POST', /^issues\/(\d+)\/labels$/, addLabels],
  ['DELETE', /^issues\/(\d+)\/labels\/(.+)$/, removeLabel],
  ['GET', /^issues\/(\d+)\/comments$/, listComments],
  ['POST', /^issues\/(\d+)\/comments$/, createComment],
  ['PATCH', /^issues\/comments\/(\d+)$/, updateComment],
];

/** @throws Refusal for what GitHub refuses */
export function serve(state: RepositoryState, call: Call): Served {
  for (const [method, path, handler] of routes) {
    const found = method === call.method ? path.exec(call.path) : null;
    if (found) return handler(state, call, found.slice(1));
  }
  throw new Refusal(404, 'Not Found');
}

function createBlob(state: RepositoryState, { body }: Call): Served {
  const content = Buffer.from(text(body.content), body.encoding === 'base64' ? 'base64' : 'utf8');
  return made({ sha: state.git(['hash-object', '-w', '--stdin'], content) });
}

function createTree(state: RepositoryState, { body }: Call): Served {
  const env = { GIT_INDEX_FILE: join(state.dir, `index-${state.nextId()}`) };
  state.git(['read-tree', text(body.base_tree)], undefined, env);
  for (const { path, mode, sha } of body.tree as { path: string; mode: string; sha: string }[]) {
    state.git(['update-index', '--add', '--cacheinfo', `${mode},${sha},${path}`], undefined, env);
  }
  return made({ sha: state.git(['write-tree'], undefined, env) });
}

function createCommit(state: RepositoryState, { body, login }: Call): Served {
  return made({ sha: state.commit(text(body.tree), body.parents as string[], text(body.message), login) });
}

function getCommit(state: RepositoryState, _call: Call, [sha = '']: readonly string[]): Served {
  const [tree = '', parents = '', ...message] = state
    .git(['show', '--no-patch', '--format=%T%n%P%n%B', sha])
    .split('\n');
  const list = parents.split(' ').filter((one) => one !== '');
  return ok({
    sha,
    tree: { sha: tree },
    parents: list.map((one) => ({ sha: one })),
    message: message.join('\n').trimEnd(),
  });
}

function refOf(branch: string, sha: string) {
  return { ref: `refs/heads/${branch}`, object: { type: 'commit', sha } };
}

function getRef(state: RepositoryState, _call: Call, [branch = '']: readonly string[]): Served {
  const sha = state.tip(branch);
  if (sha === undefined) throw new Refusal(404, 'Not Found');
  return ok(refOf(branch, sha));
}

function createRef(state: RepositoryState, { body }: Call): Served {
  const branch = text(body.ref).replace(/^refs\/heads\//, '');
  if (state.tip(branch) !== undefined) throw new Refusal(422, 'Reference already exists');
  state.git(['update-ref', `refs/heads/${branch}`, text(body.sha)]);
  return made(refOf(branch, text(body.sha)));
}

function updateRef(state: RepositoryState, { body }: Call, [branch = '']: readonly string[]): Served {
  const tip = state.tip(branch);
  if (tip === undefined) throw new Refusal(422, 'Reference does not exist');
  const sha = text(body.sha);
  const forward = state.git(['merge-base', tip, sha]) === tip;
  if (!forward && body.force !== true) throw new Refusal(422, 'Update is not a fast forward');
  state.git(['update-ref', `refs/heads/${branch}`, sha]);
  return ok(refOf(branch, sha));
}

function pullOf({ head, mergedAt, author, labels, base, ...pull }: PullRecord, { site }: Call) {
  return {
    ...pull,
    html_url: `${site}/pull/${pull.number}`,
    merged_at: mergedAt,
    user: { login: author },
    labels: labels.map((name) => ({ name })),
    head: { ref: head },
    base: { ref: base },
  };
}

function listPulls(state: RepositoryState, call: Call): Served {
  const head = (call.query.get('head') ?? '').replace(/^[^:]*:/, '');
  const wanted = call.query.get('state') ?? 'open';
  const found = state.pulls.filter((pull) => pull.head === head && (wanted === 'all' || pull.state === wanted));
  return ok(found.reverse().map((pull) => pullOf(pull, call)));
}

function createPull(state: RepositoryState, call: Call): Served {
  const { body, login } = call;
  const [head, base, draft] = [text(body.head), text(body.base), body.draft === true];
  if (!state.mayOpenPulls)
    throw new Refusal(403, 'GitHub Actions is not permitted to create or approve pull requests.');
  if (state.tip(base) === undefined) throw new Refusal(422, 'Validation Failed: {"field":"base","code":"invalid"}');
  const tip = state.tip(head);
  if (tip === undefined) throw new Refusal(422, 'Validation Failed: {"field":"head","code":"invalid"}');
  if (draft && !state.drafts) throw new Refusal(422, 'Draft pull requests are not supported in this repository.');
  if (state.pulls.some((pull) => pull.state === 'open' && pull.head === head && pull.base === base)) {
    throw new Refusal(422, `Validation Failed: A pull request already exists for ${head}.`);
  }
  if (state.contains(base, tip)) throw new Refusal(422, `Validation Failed: No commits between ${base} and ${head}`);
  const pull: PullRecord = {
    ...{ number: state.nextId(), title: text(body.title), body: text(body.body), head, base, draft },
    ...{ state: 'open', mergedAt: null, author: login, labels: [] },
  };
  state.pulls.push(pull);
  return made(pullOf(pull, call));
}

function pullNumbered(state: RepositoryState, number: string | undefined): PullRecord {
  const pull = state.pulls.find((one) => one.number === Number(number));
  if (pull === undefined) throw new Refusal(404, 'Not Found');
  return pull;
}

function getPull(state: RepositoryState, call: Call, [number]: readonly string[]): Served {
  const pull = pullNumbered(state, number);
  const { head, mergedAt } = pull;
  return ok({
    ...pullOf(pull, call),
    head: { ref: head, sha: state.tip(head), repo: { full_name: 'octo/project' } },
    closed_at: pull.state === 'open' ? null : (mergedAt ?? '2026-02-01T00:00:00Z'),
  });
}

function updatePull(state: RepositoryState, call: Call, [number]: readonly string[]): Served {
  const pull = pullNumbered(state, number);
  for (const field of ['title', 'body', 'base'] as const) {
    const value = call.body[field];
    if (typeof value === 'string') pull[field] = value;
  }
  return ok(pullOf(pull, call));
}

function createLabel(state: RepositoryState, { body }: Call): Served {
  const name = text(body.name);
  if (state.labels.has(name)) throw new Refusal(422, 'Validation Failed: {"field":"name","code":"already_exists"}');
  if (!/^[0-9a-f]{6}$/i.test(text(body.color))) throw new Refusal(422, 'Validation Failed: color');
  state.labels.set(name, text(body.color));
  return made({ name });
}

function addLabels(state: RepositoryState, { body }: Call, [number]: readonly string[]): Served {
  const pull = pullNumbered(state, number);
  pull.labels = [...new Set([...pull.labels, ...(body.labels as string[])])];
  return ok(pull.labels.map((name) => ({ name })));
}

function removeLabel(state: RepositoryState, _call: Call, [number, name = '']: readonly string[]): Served {
  const pull = pullNumbered(state, number);
  if (!pull.labels.includes(name)) throw new Refusal(404, 'Label does not exist');
  pull.labels = pull.labels.filter((one) => one !== name);
  return ok(pull.labels.map((one) => ({ name: one })));
}

function commentOf({ id, author, body }: { id: number; author: string; body: string }) {
  return { id, body, user: { login: author } };
}

function listComments(state: RepositoryState, { query }: Call, [number]: readonly string[]): Served {
  const perPage = Number(query.get('per_page') ?? 30);
  const start = (Number(query.get('page') ?? 1) - 1) * perPage;
  const all = state.comments.filter(({ issue }) => issue === Number(number));
  return ok(all.slice(start, start + perPage).map(commentOf));
}

function createComment(state: RepositoryState, { body, login }: Call, [number]: readonly string[]): Served {
  const comment = { id: state.nextId(), issue: Number(number), author: login, body: text(body.body) };
  state.comments.push(comment);
  return made(commentOf(comment));
}

function updateComment(state: RepositoryState, { body }: Call, [id]: readonly string[]): Served {
  const comment = state.comments.find((one) => one.id === Number(id));
  if (comment === undefined) throw new Refusal(404, 'Not Found');
  comment.body = text(body.body);
  return ok(commentOf(comment));
}
