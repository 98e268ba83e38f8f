import { describe, expect, it } from 'vitest';
import { ansiToSvg } from '../../../scripts/ansi-svg.ts';
import { createStyle } from '../../../src/render/style.ts';

const style = createStyle({ colour: true, unicode: true, width: 80 });
const picture = (text: string): string[] =>
  ansiToSvg(text, { columns: 20, title: 'a <title>' })
    .split('\n')
    .filter((line) => line.startsWith('<text'));

describe('ansiToSvg', () => {
  it('places each run of one style at its column', () => {
    const [bold, rest] = picture(`${style.bold(style.cyan('ab'))} 髙 ${style.red('c')}`);
    expect(bold).toContain('class="bold cyan">ab<');
    expect(rest).toContain('x="45.2"');
    const red = picture(`ab 髙 ${style.red('c')}`)[1];
    // 2 + 1 + 2 (wide) + 1 columns before it.
    expect(red).toContain(`x="${(20 + 6 * 8.4).toFixed(1)}"`);
    expect(red).toContain('class="red">c<');
  });

  it('lets a style end where it ends', () => {
    expect(
      picture(`${style.dim('a')}b\n${style.green('c')}\nd`).map((line) => /class="[^"]*"/.exec(line)?.[0]),
    ).toEqual(['class="dim"', undefined, 'class="green"', undefined]);
  });

  it('escapes what XML would act on, and shows no empty line', () => {
    expect(picture('<script> & \n   \n').map((line) => line.replace(/^<text[^>]*>/, ''))).toEqual([
      '&lt;script&gt; &amp;</text>',
    ]);
    expect(ansiToSvg('', { columns: 20, title: 'a <title>' })).toContain('<title>a &lt;title&gt;</title>');
  });
});
