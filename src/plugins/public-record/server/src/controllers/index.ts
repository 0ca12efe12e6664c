import choices from './choices';
import directives from './directives';
import imports from './imports';
import programmes from './programmes';
import reports from './reports';

export default { choices, directives, imports, programmes, reports };
