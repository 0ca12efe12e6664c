import choices from './choices';
import directives from './directives';
import programmes from './programmes';

export default { choices, directives, programmes };
