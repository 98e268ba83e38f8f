#!/usr/bin/env node
import { cli } from './hone/index.js';

await cli(process.argv.slice(2));
