import audit from './audit';
import history from './history';
import invitations from './invitations';
import publicLife from './public-life';
import userAgencies from './user-agencies';

export default { audit, history, invitations, 'public-life': publicLife, 'user-agencies': userAgencies };
