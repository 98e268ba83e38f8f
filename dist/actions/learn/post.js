import { action } from '../../hone/index.js';

await action('learn', 'post');
