import { enclosing } from '../../../code/nodes.ts';
import type { Node } from '../../../code/types.ts';
import { args, calledName, callee, field, functionTypes, keyword, lastName, receiver, stringValue } from '../nodes.ts';
import type { Problem, Rule } from '../rule.ts';

const passwordLike = /(?:passw(?:or)?d|passphrase|\bpwd)(?!_?(?:file|path|field|hash|policy))/i;

function weakHash(node: Node, algorithm: string | undefined, hashed: Node | undefined): Problem | undefined {
  if (!algorithm || !/^(?:md5|sha-?1)$/i.test(algorithm) || !hashed || !passwordLike.test(hashed.text))
    return undefined;
  return { node, message: `\`${algorithm}\` is too fast for passwords; use scrypt, argon2 or bcrypt.` };
}

export const weakPasswordHash: Rule = {
  id: 'weak-password-hash',
  category: 'security',
  severity: 'high',
  confidence: 'high',
  appliesTo: 'production',
  ecmascript: {
    visits: ['call_expression'],
    find(node) {
      // createHash('md5').update(password)
      const from = receiver(node);
      if (calledName(node) !== 'update' || from?.type !== 'call_expression' || calledName(from) !== 'createHash')
        return;
      return weakHash(node, stringValue(args(from)[0]), args(node)[0]);
    },
  },
  python: {
    visits: ['call'],
    find(node) {
      const called = callee(node)?.text ?? '';
      if (keyword(node, 'usedforsecurity')?.text === 'False') return undefined;
      if (called === 'hashlib.new') return weakHash(node, stringValue(args(node)[0]), args(node)[1]);
      return called.startsWith('hashlib.') ? weakHash(node, calledName(node), args(node)[0]) : undefined;
    },
  },
};

const secretName =
  /(?:access|auth|reset|session|csrf|xsrf|api|verification|invite|bearer|refresh|secret)_?(?:token|key|secret)|^(?:password|passphrase|secret|nonce|salt|otp|session_?id)$|(?:generate|create|make|new|random)_?(?:token|secret|password|salt|nonce|otp|session_?id)|(?:temp|temporary|initial|default|new|random)_?password/i;

function guessable(node: Node, source: string): Problem | undefined {
  const name = givenName(node);
  if (!name || !secretName.test(name)) return undefined;
  return {
    node,
    message: `\`${name}\` is made with \`${source}\`, whose values can be predicted; use a cryptographic source.`,
  };
}

const targets: ReadonlySet<string> = new Set([
  'variable_declarator',
  'assignment_expression',
  'assignment',
  'pair',
  'keyword_argument',
  'return_statement',
  ...functionTypes,
]);

/** What a value is stored as; for a returned value, the name of its function. */
function givenName(node: Node): string | undefined {
  let target = enclosing(node, targets);
  if (target?.type === 'return_statement') target = enclosing(target, functionTypes);
  if (!target) return undefined;
  const name = field(target, 'name') ?? field(target, 'left') ?? field(target, 'key');
  const own = name && (lastName(name) ?? name.text);
  const around = functionTypes.has(target.type) && !own ? target.parent : undefined;
  return own ?? (around ? field(around, 'name')?.text : undefined);
}

export const guessableSecret: Rule = {
  id: 'guessable-secret',
  category: 'security',
  severity: 'high',
  confidence: 'medium',
  appliesTo: 'production',
  ecmascript: {
    visits: ['call_expression'],
    find: (node) => (callee(node)?.text === 'Math.random' ? guessable(node, 'Math.random') : undefined),
  },
  python: {
    visits: ['call'],
    find(node) {
      const called = callee(node)?.text ?? '';
      const weak = /^random\.(?:random|randint|randrange|choice|choices|sample|getrandbits)$/.test(called);
      return weak ? guessable(node, called) : undefined;
    },
  },
};

export const unsafeDeserialisation: Rule = {
  id: 'unsafe-deserialisation',
  category: 'security',
  severity: 'high',
  confidence: 'medium',
  appliesTo: 'production',
  python: {
    visits: ['call'],
    find(node, file): Problem | undefined {
      const called = callee(node)?.text ?? '';
      if (/^(?:c?[pP]ickle|dill|marshal)\.loads$/.test(called)) {
        const data = args(node)[0]?.text ?? '';
        if (!/\b(?:request|req|recv|recvfrom|cookies?|body|payload|response|resp|socket|sock)\b/.test(data))
          return undefined;
        return {
          node,
          message: `\`${called}\` runs code that is hidden in its data, and this data comes from outside.`,
        };
      }
      const plainYaml = file.parsed.imports.some((item) => item.kind === 'import' && item.source === 'yaml');
      if (!/^yaml\.(?:load|load_all|unsafe_load)$/.test(called) || !plainYaml) return undefined;
      const loader = (keyword(node, 'Loader') ?? args(node)[1])?.text;
      const unsafe = called === 'yaml.unsafe_load' || loader === undefined || /^yaml\.(?:Unsafe)?Loader$/.test(loader);
      return unsafe
        ? { node, message: `\`${called}\` can build any object its text asks for; use \`yaml.safe_load\`.` }
        : undefined;
    },
  },
};

const passwordName =
  /(?:^|_|[a-z])(?:password|passwd|passphrase|secret_?key|api_?key|auth_?token|access_?token|private_?key|(?:client|jwt|session|cookie|token|app|webhook|signing)_?secret|(?:signing|encryption|jwt)_?key)$/i;
const standIn =
  /example|change|your|dummy|fake|sample|placeholder|default|secret|password|passw|test|foo|bar|xxx|\.\.\.|\*{3}|1234|abcd|[<>{}$%\s/:]/i;

// What a key looks like that carries its kind in front.
const prefixedKey = /^(?:sk|pk|rk|api|key)[-_](?:(?:live|prod|proj)[-_])?[A-Za-z0-9]{12,}$/;
// scheme://user:password@host, but not on the machine itself.
const credentialsInUrl = /^[a-z][a-z0-9+.]*:\/\/[^\s:/@]+:([^\s:/@]+)@(?!localhost\b|127\.|\[::1\])/i;

/** Random enough to be a real one: letters and digits, and not words joined by dashes, dots or underscores. */
function looksReal(text: string): boolean {
  return (
    text.length >= 7 &&
    /\d/.test(text) &&
    /[a-z]/i.test(text) &&
    !standIn.test(text) &&
    !/^[a-z]+(?:[-_.][a-z0-9]+)+$/.test(text)
  );
}

function givenPassword(node: Node): Problem | undefined {
  const name = field(node, 'name') ?? field(node, 'left') ?? field(node, 'key');
  const value = stringValue(field(node, 'value') ?? field(node, 'right'));
  const called = name && (lastName(name) ?? stringValue(name) ?? name.text);
  if (!called || value === undefined || !passwordName.test(called)) return undefined;
  if (!looksReal(value) && !prefixedKey.test(value)) return undefined;
  // The value itself never enters a report.
  return { node, message: `\`${called}\` is written into the code; read it from the environment or a secret store.` };
}

function passwordInUrl(node: Node): Problem | undefined {
  const password = credentialsInUrl.exec(stringValue(node) ?? '')?.[1];
  if (password === undefined || !looksReal(password)) return undefined;
  return { node, message: 'A URL with a password is written into the code; read it from the environment.' };
}

/** Whoever knows the key that tokens are signed with can make their own. */
function signingKey(node: Node): Problem | undefined {
  const called = callee(node)?.text ?? '';
  const key = args(node)[1];
  if (!/^(?:jwt|jsonwebtoken)\.(?:sign|verify|encode|decode)$/.test(called) || !key || !stringValue(key))
    return undefined;
  return { node: key, message: `The key of \`${called}\` is written into the code; read it from the environment.` };
}

function credentialIn(node: Node): Problem | undefined {
  if (node.type === 'string') return passwordInUrl(node);
  return /^call/.test(node.type) ? signingKey(node) : givenPassword(node);
}

export const hardCodedPassword: Rule = {
  id: 'hard-coded-password',
  category: 'security',
  severity: 'high',
  confidence: 'medium',
  appliesTo: 'production',
  ecmascript: {
    visits: ['variable_declarator', 'assignment_expression', 'pair', 'string', 'call_expression'],
    find: credentialIn,
  },
  python: { visits: ['assignment', 'keyword_argument', 'pair', 'string', 'call'], find: credentialIn },
};
