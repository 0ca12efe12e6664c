import audit from './audit';
import checks from './checks';
import history from './history';
import invitations from './invitations';
import previews from './previews';
import publicLife from './public-life';
import review from './review';
import userAgencies from './user-agencies';

export default {
  audit,
  checks,
  history,
  invitations,
  previews,
  'public-life': publicLife,
  review,
  'user-agencies': userAgencies,
};
