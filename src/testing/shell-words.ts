/** Characters that mean something to a shell when they are not quoted. */
const special = new Set([...'|&;<>()$`~{}#!\n']);
const wildcards = new Set([...'*?[]']);

/** `pattern`: a shell would look for files of that name. */
export interface Word {
  readonly text: string;
  readonly pattern: boolean;
}

/**
 * Words of a command that needs no shell: quotes and backslashes are understood, file patterns are marked, anything else
 * that a shell would expand is not understood.
 * Returns undefined when the text needs a shell, or does not end its quotes.
 */
export function splitWords(text: string): Word[] | undefined {
  const words: Word[] = [];
  let word: string | undefined;
  let pattern = false;
  const end = (): void => {
    if (word !== undefined) words.push({ text: word, pattern });
    word = undefined;
    pattern = false;
  };
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === "'" || char === '"') {
      const quoted = readQuoted(text, at);
      if (quoted === undefined) return undefined;
      word = (word ?? '') + quoted.value;
      at = quoted.end;
    } else if (char === '\\') {
      at += 1;
      if (at >= text.length) return undefined;
      word = (word ?? '') + text.charAt(at);
    } else if (char === ' ' || char === '\t') {
      end();
    } else if (special.has(char)) {
      return undefined;
    } else {
      word = (word ?? '') + char;
      pattern ||= wildcards.has(char);
    }
  }
  end();
  return words;
}

function readQuoted(text: string, start: number): { value: string; end: number } | undefined {
  const quote = text.charAt(start);
  let value = '';
  for (let at = start + 1; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === quote) return { value, end: at };
    if (quote === '"' && (char === '$' || char === '`')) return undefined;
    const next = text.charAt(at + 1);
    if (quote === '"' && char === '\\' && '"\\$`'.includes(next) && next !== '') {
      value += next;
      at += 1;
    } else {
      value += char;
    }
  }
  return undefined;
}

/** The parts of `a && b && c`; undefined inside of what quotes or parentheses hold together. */
export function splitConjunction(text: string): string[] {
  const parts: string[] = [];
  let quote = '';
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '\\' && quote !== "'") at += 1;
    else if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === "'" || char === '"' || char === '`') quote = char;
    else if (char === '(' || char === '{') depth += 1;
    else if (char === ')' || char === '}') depth -= 1;
    else if (depth === 0 && char === '&' && text.charAt(at + 1) === '&') {
      parts.push(text.slice(from, at).trim());
      from = at + 2;
      at += 1;
    }
  }
  parts.push(text.slice(from).trim());
  return parts;
}

/** `NAME=value` words before a command. */
export function splitAssignments(words: readonly string[]): { env: Record<string, string>; argv: string[] } {
  const env: Record<string, string> = {};
  const argv = [...words];
  if (argv[0] === 'env' || argv[0] === 'cross-env') argv.shift();
  for (let word = argv[0]; word !== undefined && /^[A-Za-z_]\w*=/.test(word); word = argv[0]) {
    const equals = word.indexOf('=');
    env[word.slice(0, equals)] = word.slice(equals + 1);
    argv.shift();
  }
  return { env, argv };
}
