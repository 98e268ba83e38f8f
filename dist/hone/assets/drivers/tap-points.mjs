// Reads the report of one file of node-tap: its subtests, and as one test what it asserts outside of them.

const outside = 'assertions';

/** @returns `{ name, status, message, stack, ms }` of each test, `stack` with the innermost call first */
export function readPoints(text) {
  const lines = text.split('\n');
  const points = [];
  /** By depth: name of the subtest that is open there, and the first failed assertion in it. */
  const open = [];
  let loose;
  for (let at = 0; at < lines.length; at += 1) {
    const comment = /^((?: {4})*)# Subtest: (.*)$/.exec(lines[at]);
    if (comment !== null) {
      // At depth 0 the comment stands before its block, or in it, one step further in.
      const depth = comment[1].length / 4;
      open.length = depth;
      open[depth] = { name: comment[2], failure: undefined };
      continue;
    }
    const point = /^((?: {4})*)(not )?ok\b(?: \d+)?(?: -)? ?(.*?)(?: # ?(SKIP|TODO|time=[\d.]+ms)\b.*?)?( \{)?$/i.exec(
      lines[at],
    );
    if (point === null) continue;
    const depth = point[1].length / 4;
    const [, , failed, name, directive = '', buffered] = point;
    // Its own points may also come behind it, in braces.
    if (buffered !== undefined) open[depth] = { name: unescaped(name), failure: undefined };
    const closes = open[depth] !== undefined && open[depth].name === unescaped(name);
    const skipped = /^(?:skip|todo)/i.test(directive);
    const bad = failed !== undefined && !skipped;
    const diagnostic = bad ? readDiagnostic(lines, at + 1) : undefined;
    if (closes) {
      const { failure } = open[depth];
      const path = open.slice(0, depth + 1).map((one) => one?.name ?? '?');
      const told = failure ?? diagnostic;
      const test = {
        name: path,
        status: skipped ? 'skipped' : bad ? 'failed' : 'passed',
        message: bad ? (told?.message ?? name) : undefined,
        stack: (bad ? told?.stack : undefined) ?? [],
        ms: /^time/.test(directive) ? Number.parseFloat(directive.slice(5)) : undefined,
      };
      points.push(test);
      open.length = buffered === undefined ? depth : depth + 1;
      if (buffered !== undefined) open[depth].test = test;
      if (bad && depth > 0) fails(open[depth - 1], told);
      continue;
    }
    if (skipped) {
      // A subtest that is skipped has no block of its own.
      const path = [...open.slice(0, depth).map((one) => one?.name ?? '?'), unescaped(name) || outside];
      points.push({ name: path, status: 'skipped', message: undefined, stack: [], ms: undefined });
      continue;
    }
    const failure = bad ? { message: `${name}${diagnostic.text}`.slice(0, 2000), stack: diagnostic.stack } : undefined;
    const holder = depth > 0 ? open[depth - 1] : undefined;
    if (holder !== undefined) fails(holder, failure);
    else if (depth === 0) {
      loose ??= { name: [outside], status: 'passed', message: undefined, stack: [], ms: undefined };
      if (failure !== undefined && loose.status !== 'failed') Object.assign(loose, { status: 'failed', ...failure });
    }
  }
  return loose === undefined ? points : [...points, loose];
}

function fails(holder, failure) {
  if (holder === undefined || holder.failure !== undefined || failure === undefined) return;
  holder.failure = failure;
  if (holder.test?.status === 'failed')
    Object.assign(holder.test, { message: failure.message ?? holder.test.message, stack: failure.stack });
}

function unescaped(name) {
  return name.replace(/\\(.)/g, '$1').trim();
}

/** The YAML behind a failed point: values that differ, and where. */
function readDiagnostic(lines, from) {
  const stack = [];
  const said = [];
  let place = {};
  if (!/^\s*---\s*$/.test(lines[from] ?? '')) return { message: undefined, text: '', stack };
  for (let at = from + 1; at < lines.length && !/^\s*\.\.\.\s*$/.test(lines[at]); at += 1) {
    const frame = /^\s+(?:at )?(?:(.*?) \()?(?:file:\/\/)?([^\s():]+\.[cm]?[jt]sx?):(\d+):\d+\)?$/.exec(lines[at]);
    if (frame !== null) stack.push({ function: frame[1], file: frame[2], line: Number(frame[3]) });
    const field = /^\s+(line|file|fileName|lineNumber): *(.*)$/.exec(lines[at]);
    if (field !== null) place = { ...place, [field[1].slice(0, 4)]: field[2].replace(/^"|"$/g, '') };
    if (/^\s*(?:found|wanted|error|message|[+-]) ?/.test(lines[at])) said.push(lines[at].trim());
  }
  if (stack.length === 0 && place.file !== undefined && Number(place.line) > 0)
    stack.push({ function: undefined, file: place.file, line: Number(place.line) });
  return { message: undefined, text: said.length === 0 ? '' : `: ${said.join(' ')}`, stack };
}
