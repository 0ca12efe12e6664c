import agencies from './agencies/controller';
import audit from './audit/controller';
import checks from './checks/controller';
import files from './files/controller';
import history from './history/controller';
import home from './home/controller';
import invitations from './invitations/controller';
import previews from './previews/controller';
import references from './references/controller';
import review from './review/controller';
import rules from './rules/controller';
import trash from './trash/controller';
import withdrawal from './withdrawal/controller';

export default {
  agencies,
  audit,
  checks,
  files,
  history,
  home,
  invitations,
  previews,
  references,
  review,
  rules,
  trash,
  withdrawal,
};
