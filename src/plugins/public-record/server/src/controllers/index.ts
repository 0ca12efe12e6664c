import choices from './choices';
import directives from './directives';
import imports from './imports';
import programmes from './programmes';
import reports from './reports';
import sentReports from './sent-reports';

export default { choices, directives, imports, programmes, reports, 'sent-reports': sentReports };
