import { action } from '../../hone/index.js';

await action('best-of-n-fix', 'post');
