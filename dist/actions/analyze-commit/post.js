import { action } from '../../hone/index.js';

await action('analyze-commit', 'post');
