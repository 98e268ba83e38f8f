/** Reports that are not ours: go's JSON lines, TAP and JUnit XML, as the messages that our own reporters send. */

type Message = Record<string, unknown>;

/** `go test -json`. Tests are named `package` and `Test/sub`. */
export function readGo(stdout: string): Message[] {
  const messages: Message[] = [];
  const output = new Map<string, string>();
  for (const line of stdout.split('\n')) {
    if (!line.startsWith('{')) continue;
    let event: Message;
    try {
      event = { ...(JSON.parse(line) as object) };
    } catch {
      continue;
    }
    const { Action: action, Package: folder = '', Test: test, Elapsed: seconds, Output: printed } = event;
    const name = typeof test === 'string' ? [String(folder), ...test.split('/')] : [String(folder)];
    const key = name.join('/');
    if (action === 'output') output.set(key, (output.get(key) ?? '') + String(printed));
    if (typeof test !== 'string') {
      if (action === 'fail' && /\[(?:build|setup) failed\]/.test(output.get(key) ?? '')) {
        messages.push({ type: 'collection-error', message: output.get(key) });
      }
      continue;
    }
    if (action === 'run') messages.push({ type: 'begin', name });
    const status = { pass: 'passed', fail: 'failed', skip: 'skipped' }[String(action)];
    if (status === undefined) continue;
    const text = status === 'failed' ? (output.get(key) ?? '') : undefined;
    const ms = typeof seconds === 'number' ? seconds * 1000 : undefined;
    messages.push({ type: 'test', name, status, ms, message: text, frames: goFrames(text ?? '') });
  }
  return [...messages, { type: 'end' }];
}

function goFrames(text: string): Message[] {
  return [...text.matchAll(/^\s*([\w./-]+\.go):(\d+)/gm)].map(([, file, line]) => ({ file, line: Number(line) }));
}

/** Test Anything Protocol, versions 12 to 14; subtests are indented by four. Complete when it has a plan that is kept. */
export function readTap(stdout: string): Message[] | undefined {
  const messages: Message[] = [];
  const around: string[] = [];
  let plan: number | undefined;
  let seen = 0;
  for (const line of stdout.split('\n')) {
    const comment = /^((?: {4})*)# Subtest: (.*)$/.exec(line);
    if (comment !== null) {
      const depth = (comment[1] ?? '').length / 4;
      around.length = depth;
      around[depth] = comment[2] ?? '';
    }
    const planned = /^1\.\.(\d+)/.exec(line);
    if (planned !== null) plan = Number(planned[1]);
    const point = /^((?: {4})*)(not )?ok\b(?: (\d+))?(?: -)? ?([^#]*)(?:# ?(\w+).*)?$/.exec(line);
    if (point === null) continue;
    const depth = (point[1] ?? '').length / 4;
    if (depth === 0) seen += 1;
    const name = [
      ...around.slice(0, depth).map((part) => part ?? '?'),
      (point[4] ?? '').trim() || `test ${point[3] ?? seen}`,
    ];
    const skipped = /^(?:skip|todo)/i.test(point[5] ?? '');
    messages.push({ type: 'test', name, status: skipped ? 'skipped' : point[2] === undefined ? 'passed' : 'failed' });
  }
  if (messages.length === 0 && plan === undefined) return undefined;
  return plan === seen ? [...messages, { type: 'end' }] : messages;
}

/** JUnit XML as the common writers have it. Not a validating reader: it takes test cases and what they hold. */
export function readJunit(xml: string): Message[] {
  const messages: Message[] = [];
  for (const [, attributes = '', body = ''] of xml.matchAll(
    /<testcase\b((?:[^>"']|"[^"]*"|'[^']*')*?)(?:\/>|>([\s\S]*?)<\/testcase>)/g,
  )) {
    const { name = '', classname, file, time } = readAttributes(attributes);
    const failure = /<(failure|error)\b((?:[^>"']|"[^"]*"|'[^']*')*?)(?:\/>|>([\s\S]*?)<\/\1>)/.exec(body);
    const status =
      failure?.[1] === 'error' ? 'error' : failure ? 'failed' : /<skipped\b/.test(body) ? 'skipped' : 'passed';
    const thrown = readAttributes(failure?.[2] ?? '');
    const text = unescapeXml((failure?.[3] ?? '').replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1'));
    messages.push({
      type: 'test',
      file: file ?? '',
      name: classname === undefined || classname === '' ? [name] : [classname, name],
      status,
      ms: time === undefined ? undefined : Number(time) * 1000,
      message: failure === null ? undefined : (thrown.message ?? text),
      errorClass: thrown.type,
      stack: text,
    });
  }
  return /<\/testsuites?>\s*$|<testsuites?[^>]*\/>\s*$/.test(xml) ? [...messages, { type: 'end' }] : messages;
}

function readAttributes(text: string): Record<string, string | undefined> {
  const found: Record<string, string> = {};
  for (const [, name = '', double, single] of text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    found[name] = unescapeXml(double ?? single ?? '');
  }
  return found;
}

const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function unescapeXml(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-fA-F]+)|(\w+));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
