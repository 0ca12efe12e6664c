import audit from './audit';
import history from './history';
import invitations from './invitations';
import previews from './previews';
import publicLife from './public-life';
import review from './review';
import userAgencies from './user-agencies';

export default {
  audit,
  history,
  invitations,
  previews,
  'public-life': publicLife,
  review,
  'user-agencies': userAgencies,
};
