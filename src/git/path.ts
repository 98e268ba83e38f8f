/**
 * Names of files as strings, without loss.
 *
 * Git's names are bytes. A name that is valid UTF-8 is itself. Any other name, and one that begins with a double
 * quote, is written the way git prints it: in double quotes, with `\n`, `\"`, `\\` and octal escapes, for example
 * `"caf\351.txt"`. So every name has exactly one string and every string at most one name.
 */
export function pathFromBytes(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  const plain = !text.startsWith('"') && (!text.includes('\ufffd') || Buffer.from(text).equals(bytes));
  return plain ? text : quote(bytes);
}

export function pathToBytes(path: string): Buffer {
  return path.startsWith('"') ? unquote(path) : Buffer.from(path);
}

/** A name as git prints it without `-z`: quoted where needed. */
export function pathFromGit(printed: Buffer): string {
  return printed[0] === QUOTE ? pathFromBytes(unquote(printed.toString('latin1'))) : pathFromBytes(printed);
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const named: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '"': 34, '\\': 92 };
const letters = new Map(Object.entries(named).map(([letter, byte]) => [byte, letter]));

function quote(bytes: Buffer): string {
  let text = '"';
  for (const byte of bytes) {
    const letter = letters.get(byte);
    if (letter !== undefined) text += `\\${letter}`;
    else if (byte < 0x20 || byte >= 0x7f) text += `\\${byte.toString(8).padStart(3, '0')}`;
    else text += String.fromCharCode(byte);
  }
  return `${text}"`;
}

function unquote(text: string): Buffer {
  const source = Buffer.from(text.replace(/^"|"$/g, ''), 'latin1');
  const bytes: number[] = [];
  for (let i = 0; i < source.length; i++) {
    const byte = source[i] ?? 0;
    if (byte !== BACKSLASH) {
      bytes.push(byte);
      continue;
    }
    const octal = /^[0-3][0-7]{2}/.exec(source.toString('latin1', i + 1, i + 4));
    if (octal) {
      bytes.push(Number.parseInt(octal[0], 8));
      i += 3;
    } else {
      i++;
      const letter = String.fromCharCode(source[i] ?? 0);
      bytes.push(named[letter] ?? source[i] ?? 0);
    }
  }
  return Buffer.from(bytes);
}
