import choices from './choices';
import directives from './directives';

export default { choices, directives };
