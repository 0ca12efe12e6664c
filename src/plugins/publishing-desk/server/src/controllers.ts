import audit from './audit/controller';
import checks from './checks/controller';
import history from './history/controller';
import invitations from './invitations/controller';
import previews from './previews/controller';
import withdrawal from './withdrawal/controller';
import review from './review/controller';
import userAgencies from './agencies/controller';

export default {
  audit,
  checks,
  history,
  invitations,
  previews,
  withdrawal,
  review,
  'user-agencies': userAgencies,
};
