// Preloaded into the processes of a build: asks compilers for source maps, so that lines of what they write are known
// as lines of the sources.
'use strict';

const { basename } = require('node:path');

const wishes = {
  tsc: ['--sourceMap', 'true'],
  babel: ['--source-maps', 'true'],
  rollup: ['--sourcemap'],
  tsup: ['--sourcemap'],
  tsdown: ['--sourcemap'],
  esbuild: ['--sourcemap'],
  swc: ['--source-maps', 'true'],
  unbuild: ['--sourcemap'],
  vite: ['--sourcemap', 'true'],
  webpack: ['--devtool', 'source-map'],
};

const program = basename(process.argv[1] ?? '').replace(/\.[cm]?js$/, '');
const words = process.argv.slice(2);
const wish = Object.hasOwn(wishes, program) ? wishes[program] : undefined;
const asked = words.some((word) => /^(?:--source-?maps?\b|--inlineSourceMap\b|--devtool\b|-m$|-s$)/i.test(word));
const only = words.some((word) => /^(?:--noEmit|--emitDeclarationOnly|--version|--help|--init)$/.test(word));
if (wish !== undefined && !asked && !only && (program !== 'vite' || words.includes('build')))
  process.argv.push(...wish);
