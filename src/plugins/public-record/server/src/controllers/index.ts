import choices from './choices';
import directives from './directives';
import imports from './imports';
import programmes from './programmes';

export default { choices, directives, imports, programmes };
