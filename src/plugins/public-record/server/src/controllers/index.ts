import choices from './choices';
import directives from './directives';
import imports from './imports';
import programmes from './programmes';
import reportForms from './report-forms';
import reportImports from './report-imports';
import reports from './reports';
import sentReports from './sent-reports';

export default {
  choices,
  directives,
  imports,
  programmes,
  'report-forms': reportForms,
  'report-imports': reportImports,
  reports,
  'sent-reports': sentReports,
};
