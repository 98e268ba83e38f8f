const lexeme =
  /[\p{L}_$][\p{L}\p{N}_$]*|\d+(?:\.\d+)?|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[=!<>]=+|&&|\|\||\*\*|\/\/|\?\?|\+\+|--|[^\s]/gu;

export function lexemes(text: string): string[] {
  return text.match(lexeme) ?? [];
}

/** Interpolation weights of trigram, bigram and unigram; the rest is spread over the vocabulary. */
const lambdas = [0.5, 0.3, 0.15] as const;

/**
 * A trigram model of a repository's tokens with Jelinek-Mercer interpolation (Jelinek and Mercer, 1980), after the
 * finding that buggy code is less predictable than its repair (Hindle et al., ICSE 2012; Ray et al., ICSE 2016).
 */
export class TokenModel {
  readonly #counts = new Map<string, number>();
  #total = 0;
  #vocabulary = 1;

  constructor(texts: Iterable<string>) {
    for (const text of texts) {
      const tokens = ['', '', ...lexemes(text)];
      for (let i = 2; i < tokens.length; i++) {
        const [a, b, c] = [tokens[i - 2], tokens[i - 1], tokens[i]];
        if (!this.#counts.has(`${c}`)) this.#vocabulary++;
        this.#total++;
        for (const gram of [`${c}`, `${b}\n${c}`, `${a}\n${b}\n${c}`, `${b}\n`, `${a}\n${b}\n`]) {
          this.#counts.set(gram, (this.#counts.get(gram) ?? 0) + 1);
        }
      }
    }
  }

  /** Mean log2 probability of the tokens from the third on; the first two are context. */
  predictability(tokens: readonly string[]): number {
    if (tokens.length < 3) return -Math.log2(this.#vocabulary);
    let sum = 0;
    for (let i = 2; i < tokens.length; i++)
      sum += Math.log2(this.#probability(tokens[i - 2] ?? '', tokens[i - 1] ?? '', tokens[i] ?? ''));
    return sum / (tokens.length - 2);
  }

  #probability(a: string, b: string, c: string): number {
    const ratio = (gram: string, context: number): number =>
      context === 0 ? 0 : (this.#counts.get(gram) ?? 0) / context;
    const rest = 1 - lambdas[0] - lambdas[1] - lambdas[2];
    return (
      lambdas[0] * ratio(`${a}\n${b}\n${c}`, this.#counts.get(`${a}\n${b}\n`) ?? 0) +
      lambdas[1] * ratio(`${b}\n${c}`, this.#counts.get(`${b}\n`) ?? 0) +
      lambdas[2] * ratio(c, this.#total) +
      rest / this.#vocabulary
    );
  }

  /** How natural a replacement reads against what it replaces, in [0.5, 1]. */
  naturalness(text: string, start: number, end: number, replacement: string): number {
    const left = lexemes(text.slice(Math.max(0, start - 60), start)).slice(-2);
    const right = lexemes(text.slice(end, end + 40)).slice(0, 2);
    const context = [...['', ''].slice(left.length), ...left];
    const gain =
      this.predictability([...context, ...lexemes(replacement), ...right]) -
      this.predictability([...context, ...lexemes(text.slice(start, end)), ...right]);
    return 0.5 + 0.5 / (1 + 2 ** (-0.7 * gain - 1));
  }
}
