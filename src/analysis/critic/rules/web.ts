import type { Node } from '../../../code/types.ts';
import { dynamicText } from '../dynamic-text.ts';
import {
  args,
  calledName,
  callee,
  field,
  keyword,
  lastName,
  parts,
  receiver,
  rootName,
  stringValue,
  unwrap,
} from '../nodes.ts';
import type { Problem, Rule } from '../rule.ts';
import { short } from './injection.ts';

const cleaned = /sanitiz|purify|escape|encode|trusted|\bhighlight|\bmarked\b|innerHTML|outerHTML|\bt\(/i;

/** Whether markup may hold text from elsewhere: not a literal, not the result of something that cleans it. */
function isUnclean(value: Node | undefined): boolean {
  const node = unwrap(value);
  if (!node || stringValue(node) !== undefined || cleaned.test(node.text)) return false;
  if (/^(?:(?:window|document|self)\.)?(?:location\.(?:hash|search|href)|URL|referrer)\b/.test(node.text))
    return node.type !== 'identifier';
  if (node.type === 'template_string' || node.type === 'binary_expression') {
    return node.descendantsOfType(['identifier']).some((name) => name && !/^[A-Z][A-Z0-9_]*$/.test(name.text));
  }
  // A bare name may well be clean; only values that visibly come from outside are reported.
  return /^(?:await\s+)?(?:req|request|res|response|event|data|props|params|query|body|message|input|user)\b[.[]/.test(
    node.text,
  );
}

export const htmlInjection: Rule = {
  id: 'html-injection',
  category: 'security',
  severity: 'medium',
  confidence: 'medium',
  appliesTo: 'production',
  ecmascript: {
    visits: ['assignment_expression', 'call_expression', 'jsx_attribute'],
    find(node): Problem | undefined {
      if (node.type === 'jsx_attribute') return dangerousAttribute(node);
      if (node.type === 'call_expression') {
        const into = callee(node)?.text ?? '';
        if (/^(?:res|response|reply)\.(?:send|write|end)$/.test(into)) return reflected(node, into);
        const unclean = /^document\.write(?:ln)?$/.test(into) && isUnclean(args(node)[0]);
        return unclean ? { node, message: `\`${into}\` writes markup that is put together at run time.` } : undefined;
      }
      const name = lastName(field(node, 'left'));
      if ((name !== 'innerHTML' && name !== 'outerHTML') || !isUnclean(field(node, 'right'))) return undefined;
      return {
        node,
        message: `\`${name}\` is set to markup that is put together at run time; text in it can run scripts.`,
      };
    },
  },
};

/** Markup with a value of the request in it, sent back as a page. */
function reflected(node: Node, into: string): Problem | undefined {
  const text = dynamicText(args(node)[0]);
  const markup = text?.pieces.some((piece) => typeof piece === 'string' && /<\/?[a-z]/i.test(piece));
  const value = text?.pieces.find(
    (piece): piece is Node =>
      typeof piece !== 'string' && !cleaned.test(piece.text) && /^(?:req|request)$/.test(rootName(piece) ?? ''),
  );
  if (!markup || !value) return undefined;
  return { node, message: `\`${into}\` sends \`${short(value)}\` back as markup; scripts in it run.` };
}

function dangerousAttribute(node: Node): Problem | undefined {
  const [name, expression] = parts(node);
  if (name?.text !== 'dangerouslySetInnerHTML' || !expression) return undefined;
  const html = expression
    .descendantsOfType(['pair'])
    .find((pair) => pair && field(pair, 'key')?.text.replace(/['"]/g, '') === '__html');
  const value = html && field(html, 'value');
  if (!value || !isUnclean(value)) return undefined;
  return { node, message: '`dangerouslySetInnerHTML` gets markup that nothing has cleaned.' };
}

const httpMethod =
  /^(?:get|post|put|patch|delete|head|options|request|Session|Client|AsyncClient|ws_connect|stream|urlopen)$/;
const httpClient =
  /^(?:requests|httpx|aiohttp|session|client|http|self\.session|self\.client|self\._session|self\._client)\b/;

export const tlsDisabled: Rule = {
  id: 'tls-verification-off',
  category: 'security',
  severity: 'high',
  confidence: 'high',
  appliesTo: 'production',
  ecmascript: {
    visits: ['pair', 'assignment_expression'],
    find(node) {
      const key = node.type === 'pair' ? field(node, 'key') : field(node, 'left');
      const value = node.type === 'pair' ? field(node, 'value') : field(node, 'right');
      const name = key && (lastName(key) ?? key.text.replace(/['"]/g, ''));
      const off =
        (name === 'rejectUnauthorized' && value?.text === 'false') ||
        (name === 'NODE_TLS_REJECT_UNAUTHORIZED' && (stringValue(value) ?? value?.text) === '0');
      return off ? { node, message: `\`${name}\` switches off the check of the server's certificate.` } : undefined;
    },
  },
  python: {
    visits: ['call', 'assignment'],
    find(node): Problem | undefined {
      if (node.type === 'assignment') {
        const off =
          lastName(field(node, 'left')) === 'verify_mode' && /\bCERT_NONE$/.test(field(node, 'right')?.text ?? '');
        return off ? { node, message: "`CERT_NONE` switches off the check of the server's certificate." } : undefined;
      }
      const called = callee(node)?.text ?? '';
      if (called === 'ssl._create_unverified_context') {
        return { node, message: `\`${called}\` switches off the check of the server's certificate.` };
      }
      const verify = keyword(node, 'verify');
      if (verify?.text !== 'False' || !httpMethod.test(calledName(node) ?? '')) return undefined;
      if (!httpClient.test(receiver(node)?.text ?? '')) return undefined;
      return { node, message: "`verify=False` switches off the check of the server's certificate." };
    },
  },
};
